package dev.concur.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Classes that were compiled here and never written to disk. */
record MemoryArchive(Map<String, byte[]> classes) implements Archive {

  MemoryArchive {
    classes = new TreeMap<>(classes);
  }

  @Override
  public List<String> names() {
    return classes.keySet().stream().filter(Archive::isClass).toList();
  }

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(classes.get(name));
  }
}
