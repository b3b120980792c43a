package scan.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes stock of a directory tree. */
public class InventoryScanner {
  private final HeaderReader headers = new HeaderReader();
  private final String suffix;

  public InventoryScanner(String suffix) {
    this.suffix = suffix;
  }

  public List<Artifact> scan(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .map(this::describe)
          .flatMap(Optional::stream)
          .collect(Collectors.toList());
    }
  }

  public Optional<Artifact> describe(Path file) {
    try {
      return Optional.of(headers.read(file)).filter(artifact -> artifact.size() > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
