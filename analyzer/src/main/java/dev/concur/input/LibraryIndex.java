package dev.concur.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which libraries hold which package, in class path order; built when first asked. */
final class LibraryIndex {

  private final List<Archive> libraries;
  private Optional<Map<String, List<Archive>>> byPackage = Optional.empty();

  LibraryIndex(List<Archive> libraries) {
    this.libraries = libraries;
  }

  Optional<byte[]> find(String binaryName) throws IOException {
    String name = binaryName.replace('.', '/') + ".class";
    for (Archive library : byPackage().getOrDefault(packageOf(name), List.of())) {
      Optional<byte[]> found = library.read(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private synchronized Map<String, List<Archive>> byPackage() throws IOException {
    if (byPackage.isEmpty()) {
      byPackage = Optional.of(build());
    }
    return byPackage.get();
  }

  private Map<String, List<Archive>> build() throws IOException {
    Map<String, List<Archive>> index = new HashMap<>();
    for (Archive library : libraries) {
      library.names().stream()
          .map(LibraryIndex::packageOf)
          .distinct()
          .forEach(name -> index.computeIfAbsent(name, any -> new ArrayList<>()).add(library));
    }
    return index;
  }

  private static String packageOf(String entry) {
    return entry.substring(0, Math.max(0, entry.lastIndexOf('/')));
  }
}
