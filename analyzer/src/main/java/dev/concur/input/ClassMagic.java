package dev.concur.input;

import java.util.Optional;

/** Looks at the first eight bytes of a class file. */
final class ClassMagic {

  /** Java 28, the newest that the bytecode reader knows. */
  static final int NEWEST_MAJOR = 72;

  private static final int HEADER = 10;
  private static final int JAVA_1_MAJOR = 44;

  private ClassMagic() {}

  /** Why these bytes cannot be read as a class; empty when they can. */
  static Optional<String> objection(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.of("an empty file");
    }
    if (bytes.length < HEADER
        || unsignedShort(bytes, 0) != 0xCAFE
        || unsignedShort(bytes, 2) != 0xBABE) {
      return Optional.of("not a class file, whatever its name says");
    }
    return Optional.empty();
  }

  /** What a reader should know of a class file that is newer than we are; empty for others. */
  static Optional<String> reservation(byte[] bytes) {
    int major = unsignedShort(bytes, 6);
    return major <= NEWEST_MAJOR
        ? Optional.empty()
        : Optional.of(
            "a class file of Java "
                + (major - JAVA_1_MAJOR)
                + " (version "
                + major
                + "), newer than Java "
                + (NEWEST_MAJOR - JAVA_1_MAJOR)
                + ", the newest known; read as if it were that");
  }

  private static int unsignedShort(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
