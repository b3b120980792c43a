package dev.concur.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds POMs and their parents, in folders and in a repository. */
final class PomFinder {

  private static final int DEEPEST = 30;

  private final Repository repository;
  private final Map<String, Optional<EffectivePom>> known = new HashMap<>();

  PomFinder(Repository repository) {
    this.repository = repository;
  }

  Optional<EffectivePom> inRepository(String group, String artifact, String version) {
    String key = group + ":" + artifact + ":" + version;
    Optional<EffectivePom> found = known.get(key);
    if (found == null) {
      known.put(key, Optional.empty()); // Who imports itself finds nothing.
      found = repository.file(group, artifact, version, ".pom").flatMap(file -> read(file, false));
      known.put(key, found);
    }
    return found;
  }

  /** A POM of a project, whose parent is perhaps beside it. */
  Optional<EffectivePom> inFolder(Path file) {
    return read(file, true);
  }

  private Optional<EffectivePom> read(Path file, boolean besides) {
    List<Pom> chain = new ArrayList<>();
    Optional<Path> at = Optional.of(file);
    boolean inFolder = besides;
    while (at.isPresent() && chain.size() < DEEPEST) {
      Optional<Pom> pom = pom(at.get());
      if (pom.isEmpty()) {
        break;
      }
      chain.add(pom.get());
      Optional<Path> beside = inFolder ? beside(at.get(), pom.get()) : Optional.empty();
      inFolder = beside.isPresent();
      at = beside.or(() -> parent(pom.get()));
    }
    return chain.isEmpty() ? Optional.empty() : Optional.of(new EffectivePom(chain, this));
  }

  private static Optional<Pom> pom(Path file) {
    try {
      return Optional.of(Pom.read(file));
    } catch (IOException e) {
      return Optional.empty(); // Its dependencies are then missing, and said to be.
    }
  }

  private Optional<Path> parent(Pom pom) {
    Optional<String> version = pom.text("parent/version");
    return version.isEmpty()
        ? Optional.empty()
        : repository.file(
            pom.text("parent/groupId").orElse(""),
            pom.text("parent/artifactId").orElse(""),
            version.get(),
            ".pom");
  }

  /** The parent where {@code relativePath} says, if it is the one that is meant. */
  static Optional<Path> beside(Path file, Pom pom) {
    if (pom.element("parent").isEmpty()) {
      return Optional.empty();
    }
    boolean said = pom.element("parent/relativePath").isPresent();
    String path = pom.text("parent/relativePath").orElse(said ? "" : "../pom.xml");
    if (path.isEmpty() || file.getParent() == null) {
      return Optional.empty();
    }
    try {
      Path place = file.getParent().resolve(path).normalize();
      Path found = Files.isDirectory(place) ? place.resolve("pom.xml") : place;
      return Optional.of(found)
          .filter(Files::isRegularFile)
          .filter(
              each ->
                  pom(each)
                      .flatMap(p -> p.text("artifactId"))
                      .equals(pom.text("parent/artifactId")));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
