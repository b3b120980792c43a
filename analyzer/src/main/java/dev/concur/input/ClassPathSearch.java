package dev.concur.input;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class path of a module, read off POMs the way Maven does: the nearest version wins, the
 * module's own management decides, optional and test libraries of libraries stay away.
 */
final class ClassPathSearch {

  private static final Set<String> HANDED_ON = Set.of("", "compile", "runtime");

  /** Something still to be looked at. */
  private record Wanted(Dependency dependency, List<Dependency> through) {}

  private final Repository repository;
  private final PomFinder finder;
  private final Map<String, Path> siblings;
  private final Set<Path> jars = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * A search.
   *
   * @param siblings folders of the project's modules by {@code group:artifact}
   */
  ClassPathSearch(Repository repository, PomFinder finder, Map<String, Path> siblings) {
    this.repository = repository;
    this.finder = finder;
    this.siblings = siblings;
  }

  /** Jars and class folders that were found, in class path order. */
  Collection<Path> found() {
    return jars;
  }

  /** Coordinates of what is not there. */
  Collection<String> missing() {
    return missing;
  }

  /** Follows what a module asks for. */
  void follow(List<Dependency> direct, Map<String, Dependency> managed) {
    Set<String> seen = new HashSet<>();
    Deque<Wanted> queue = new ArrayDeque<>();
    direct.forEach(each -> queue.add(new Wanted(each, List.of())));
    while (!queue.isEmpty()) {
      Wanted next = queue.remove();
      if (seen.add(next.dependency().key())) {
        take(next, managed, queue);
      }
    }
  }

  private void take(Wanted wanted, Map<String, Dependency> managed, Deque<Wanted> queue) {
    Dependency one = wanted.dependency();
    Path sibling = siblings.get(one.group() + ":" + one.artifact());
    Optional<EffectivePom> pom;
    if (sibling != null) {
      jars.add(sibling.resolve("target/classes"));
      pom = finder.inFolder(sibling.resolve("pom.xml"));
    } else {
      takeJar(one);
      pom = finder.inRepository(one.group(), one.artifact(), one.version());
    }
    pom.ifPresent(
        found -> {
          for (Dependency each : found.dependencies()) {
            Dependency known = managed.get(each.managementKey());
            Wanted more = new Wanted(known == null ? each : each.forced(known), with(wanted, one));
            if (comesAlong(more)) {
              queue.add(more);
            }
          }
        });
  }

  private static List<Dependency> with(Wanted wanted, Dependency last) {
    List<Dependency> through = new ArrayList<>(wanted.through());
    through.add(last);
    return through;
  }

  private static boolean comesAlong(Wanted wanted) {
    Dependency one = wanted.dependency();
    return !one.optional()
        && HANDED_ON.contains(one.scope())
        && wanted.through().stream().noneMatch(each -> each.excludes(one));
  }

  private void takeJar(Dependency one) {
    if (one.type().equals("pom")) {
      return;
    }
    Optional<Path> jar = repository.file(one.group(), one.artifact(), one.version(), one.ending());
    jar.ifPresentOrElse(jars::add, () -> missing.add(one.coordinates()));
  }
}
