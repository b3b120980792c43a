package dev.concur.read;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Where class files come from: the scanned roots, and what they are resolved against. */
public interface ClassSource {

  /**
   * Hands over every class file of the roots: where it was found (for messages), then its bytes. In
   * a stable order.
   */
  void roots(BiConsumer<String, byte[]> each);

  /** The bytes of a library class by binary name; empty when no library has it. */
  Optional<byte[]> library(String binaryName);
}
