package dev.concur.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Classes of the tests themselves, as a program without libraries. */
public final class ClassFiles implements ClassSource {

  private final List<Class<?>> types;

  private ClassFiles(List<Class<?>> types) {
    this.types = types;
  }

  /** These classes, without those nested in them. */
  public static ClassSource of(Class<?>... types) {
    return new ClassFiles(List.of(types));
  }

  @Override
  public void roots(BiConsumer<String, byte[]> each) {
    types.forEach(type -> each.accept(type.getName(), bytes(type)));
  }

  @Override
  public Optional<byte[]> library(String binaryName) {
    return Optional.empty();
  }

  private static byte[] bytes(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
