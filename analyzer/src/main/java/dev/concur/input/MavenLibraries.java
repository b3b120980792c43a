package dev.concur.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The libraries of the modules of one Maven project, as far as they were downloaded before. */
final class MavenLibraries {

  private static final Set<String> OF_TESTS = Set.of("test", "import");

  private final boolean includeTests;
  private final Repository repository = Repository.ofMaven();
  private final PomFinder finder = new PomFinder(repository);
  private final Map<String, Path> siblings = new HashMap<>();
  private final Set<Path> seen = new HashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /** Libraries of the project that this folder belongs to. */
  MavenLibraries(Path folder, boolean includeTests) {
    this.includeTests = includeTests;
    collectSiblings(top(folder.resolve("pom.xml")));
  }

  /** The outermost parent that is beside it and lists it among its modules, or itself. */
  private static Path top(Path file) {
    Path top = file;
    for (int depth = 0; depth < 20; depth++) {
      Optional<Pom> pom = read(top);
      Path from = top;
      Optional<Path> parent = pom.flatMap(each -> PomFinder.beside(from, each));
      if (parent.isEmpty()) {
        return top;
      }
      top = parent.get();
    }
    return top;
  }

  private static Optional<Pom> read(Path file) {
    try {
      return Optional.of(Pom.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void collectSiblings(Path file) {
    if (!Files.isRegularFile(file) || !seen.add(file.toAbsolutePath().normalize())) {
      return;
    }
    Path folder = FileTree.parent(file.toAbsolutePath().normalize());
    finder
        .inFolder(file)
        .ifPresent(pom -> siblings.put(pom.group() + ":" + pom.artifact(), folder));
    for (String module : read(file).map(Pom::modules).orElse(List.of())) {
      try {
        Path place = folder.resolve(module).normalize();
        collectSiblings(Files.isDirectory(place) ? place.resolve("pom.xml") : place);
      } catch (InvalidPathException e) {
        // Said where the modules are listed.
      }
    }
  }

  /** Jars and class folders for the module in this folder. */
  List<Path> of(Path folder) {
    Optional<EffectivePom> pom = finder.inFolder(folder.resolve("pom.xml"));
    if (pom.isEmpty()) {
      return List.of();
    }
    ClassPathSearch search = new ClassPathSearch(repository, finder, siblings);
    List<Dependency> direct = new ArrayList<>();
    for (Dependency each : pom.get().dependencies()) {
      if (includeTests || !OF_TESTS.contains(each.scope())) {
        direct.add(each);
      }
    }
    search.follow(direct, pom.get().managed());
    pom.get().missingParent().ifPresent(missing::add);
    missing.addAll(search.missing());
    return search.found().stream().filter(Files::exists).toList();
  }

  /** Coordinates of what was not found for any module so far. */
  Set<String> missing() {
    return missing;
  }
}
