package dev.concur.input;

/**
 * One class file.
 *
 * @param entry its name in its jar or folder, such as {@code a/b/C$D.class}
 * @param bytes its content, checked to start as a class file does
 * @param origin name of the root or library it is from
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
public record ClassBytes(String entry, byte[] bytes, String origin) {

  /** A name to put into a message: the jar or folder, then the entry. */
  public String where() {
    return origin + "!/" + entry;
  }
}
