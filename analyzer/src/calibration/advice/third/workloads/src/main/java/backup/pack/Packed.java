package backup.pack;

/** A block of a backup after packing. */
public record Packed(int index, long checksum, int size) {}
