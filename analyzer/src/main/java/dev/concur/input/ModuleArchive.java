package dev.concur.input;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One module of the running JDK. */
final class ModuleArchive implements Archive {

  private final ModuleReader reader;

  ModuleArchive(ModuleReference module) throws IOException {
    this.reader = module.open();
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<String> names = reader.list()) {
      return names.filter(Archive::isClass).sorted().toList();
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Optional<InputStream> found = reader.open(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  /** The version of the JDK says it all. */
  @Override
  public void content(Fingerprint to) {
    to.text(Runtime.version().toString());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
