package archive.chain;

/** An entry of the archive that vouches for all before it. */
public record Entry(long number, String text, byte[] seal) {}
