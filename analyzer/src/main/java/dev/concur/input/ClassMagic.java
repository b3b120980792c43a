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
    int major = unsignedShort(bytes, 6);
    if (major > NEWEST_MAJOR) {
      return Optional.of(
          "a class file of Java "
              + (major - JAVA_1_MAJOR)
              + " (version "
              + major
              + "), newer than "
              + (NEWEST_MAJOR - JAVA_1_MAJOR)
              + ", the newest this concur reads");
    }
    return Optional.empty();
  }

  private static int unsignedShort(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
