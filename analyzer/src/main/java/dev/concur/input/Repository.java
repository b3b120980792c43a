package dev.concur.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that a build tool keeps what it downloaded in. Nothing is ever downloaded by us. */
sealed interface Repository {

  /** The file of this kind, such as {@code .pom} or {@code -sources.jar}, if it is there. */
  Optional<Path> file(String group, String artifact, String version, String ending);

  /** Maven's, as its settings say or else in the usual place. */
  static Repository ofMaven() {
    String said = System.getProperty("maven.repo.local", "");
    Path home = Path.of(System.getProperty("user.home", "."), ".m2");
    return new OfMaven(said.isEmpty() ? local(home) : Path.of(said));
  }

  private static Path local(Path home) {
    Path settings = home.resolve("settings.xml");
    Path usual = home.resolve("repository");
    if (!Files.isRegularFile(settings)) {
      return usual;
    }
    try {
      return Pom.read(settings)
          .text("localRepository")
          .map(text -> text.replace("${user.home}", System.getProperty("user.home", ".")))
          .filter(text -> !text.contains("${"))
          .map(Path::of)
          .orElse(usual);
    } catch (IOException | InvalidPathException e) {
      return usual; // Maven would complain of it; a scan does not need it.
    }
  }

  /** Gradle's. */
  static Repository ofGradle() {
    String said =
        System.getProperty(
            "gradle.user.home", System.getenv().getOrDefault("GRADLE_USER_HOME", ""));
    Path home =
        said.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".gradle") : Path.of(said);
    return new OfGradle(home.resolve("caches/modules-2/files-2.1"));
  }

  /** The folder of an artifact by version. */
  record OfMaven(Path folder) implements Repository {
    @Override
    public Optional<Path> file(String group, String artifact, String version, String ending) {
      try {
        Path file =
            folder
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ending);
        return Optional.of(file).filter(Files::isRegularFile);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
  }

  /** Folders named for the digest of the one file in them. */
  record OfGradle(Path folder) implements Repository {
    @Override
    public Optional<Path> file(String group, String artifact, String version, String ending) {
      try {
        Path place = folder.resolve(group).resolve(artifact).resolve(version);
        String name = artifact + "-" + version + ending;
        return inside(place).stream()
            .map(each -> each.resolve(name))
            .filter(Files::isRegularFile)
            .findFirst();
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    private static List<Path> inside(Path place) {
      if (!Files.isDirectory(place)) {
        return List.of();
      }
      try (Stream<Path> found = Files.list(place)) {
        return found.sorted(Comparator.naturalOrder()).toList();
      } catch (IOException e) {
        return List.of();
      }
    }
  }
}
