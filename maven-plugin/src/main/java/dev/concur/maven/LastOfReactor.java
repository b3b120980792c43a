package dev.concur.maven;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Counts the modules of a reactor that a goal is done with, in whatever order they end. */
final class LastOfReactor {

  private LastOfReactor() {}

  /** Notes that the goal is done with this module; whether it was the last of many. */
  static boolean isDone(MavenSession session, MavenProject project, String goal) {
    int modules = session.getProjects().size();
    Map<String, Object> data = session.getRequest().getData();
    AtomicInteger done;
    synchronized (data) {
      done = (AtomicInteger) data.computeIfAbsent("dev.concur." + goal, any -> new AtomicInteger());
    }
    return modules > 1 && done.incrementAndGet() == modules;
  }
}
