package dev.concur.input;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** Collects problems from any thread; gives them back in a stable order, each once. */
final class ProblemLog {

  private final ConcurrentSkipListSet<Problem> problems = new ConcurrentSkipListSet<>();

  void add(String where, String why, String remedy) {
    problems.add(new Problem(where, why, remedy));
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
