package dev.concur.read;

import dev.concur.read.source.UncompiledSources;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where class files come from: the scanned roots, and what they are resolved against. */
public interface ClassSource {

  /**
   * Hands over every class file of the roots: where it was found (for messages), then its bytes. In
   * a stable order.
   */
  void roots(BiConsumer<String, byte[]> each);

  /** Sources of the roots that have no class file, in a stable order. */
  default List<UncompiledSources.Source> uncompiled() {
    return List.of();
  }

  /** The bytes of a class of a library or the JDK by binary name; empty when none has it. */
  Optional<byte[]> library(String binaryName);
}
