package dev.concur.input;

import java.util.Collection;
import java.util.List;

/** Says which libraries of a project are not on this machine. */
final class Missing {

  private static final int SHOWN = 3;

  private Missing() {}

  static void report(
      String project, Collection<String> missing, String where, String build, ProblemLog problems) {
    if (missing.isEmpty()) {
      return;
    }
    List<String> some = missing.stream().sorted().limit(SHOWN).toList();
    String more = missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "";
    problems.add(
        project,
        "libraries not in " + where + ": " + String.join(", ", some) + more,
        "run " + build + " once, or pass --classpath");
  }
}
