package dev.concur.maven;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What became of the modules of a build so far, in whatever order they end. It is kept with the
 * build in types of the JDK, since modules with plugin dependencies of their own load us twice.
 */
record Reactor(MavenSession session) {

  private static final String SKIP = "concur.skip";

  /** Notes that a module wants to be left alone. */
  void skip(MavenProject project) {
    skipped().add(project.getId());
  }

  /** The modules of this build that do not want to be left alone. */
  List<MavenProject> wanted() {
    return session.getProjects().stream().filter(this::isWanted).toList();
  }

  private boolean isWanted(MavenProject project) {
    return !skipped().contains(project.getId())
        && !Boolean.parseBoolean(project.getProperties().getProperty(SKIP));
  }

  /** Notes that a goal is done with a module; whether it was the last of many. */
  boolean isDone(String goal) {
    int modules = session.getProjects().size();
    AtomicInteger done = kept("dev.concur." + goal, AtomicInteger::new);
    return done.incrementAndGet() == modules && modules > 1;
  }

  /** Whether these are all modules that the project has, and not one of them or those of -pl. */
  boolean isWhole(List<MavenProject> projects) {
    return session.getAllProjects().stream().filter(this::isWanted).allMatch(projects::contains);
  }

  private Set<String> skipped() {
    return kept("dev.concur.skipped", ConcurrentHashMap::newKeySet);
  }

  @SuppressWarnings("unchecked") // Each name has one type.
  private <T> T kept(String name, Supplier<T> made) {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      return (T) data.computeIfAbsent(name, any -> made.get());
    }
  }
}
