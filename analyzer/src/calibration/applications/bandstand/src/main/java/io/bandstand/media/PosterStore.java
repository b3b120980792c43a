package io.bandstand.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Posters on disk, in folders by the first letters of their names. */
public class PosterStore {

  private final Path root;

  public PosterStore(Path root) {
    this.root = root;
  }

  public Path pathOf(String id) {
    String clean = id.toLowerCase().replaceAll("[^a-z0-9]", "");
    String folder = clean.length() < 2 ? "__" : clean.substring(0, 2);
    return root.resolve(folder).resolve(clean + ".png");
  }

  public Optional<byte[]> raw(String id) throws IOException {
    Path file = pathOf(id);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  public BufferedImage load(String id) throws IOException {
    return ImageIO.read(pathOf(id).toFile());
  }

  /** Written beside and moved, so that nobody sees half of it. */
  public void save(String id, byte[] png) throws IOException {
    Path file = pathOf(id);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, png);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  public List<String> names(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(folder), "*.png")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - 4));
      }
    }
    return names;
  }

  public long bytesUsed() throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(
              f -> {
                try {
                  return Files.size(f);
                } catch (IOException e) {
                  return 0;
                }
              })
          .sum();
    }
  }
}
