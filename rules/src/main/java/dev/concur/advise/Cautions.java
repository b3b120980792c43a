package dev.concur.advise;

import dev.concur.model.Loop;
import dev.concur.rule.Subject;
import java.util.stream.Collectors;

/** What must be looked at before tasks run side by side. */
final class Cautions {

  private Cautions() {}

  static String of(Subject subject) {
    return subject instanceof Subject.OfLoop loop ? of(loop.loop()) : "";
  }

  private static String of(Loop loop) {
    if (loop.row()) {
      return ""; // its further calls: that they need nothing of each other is known
    }
    return loop.cautions().stream()
        .map(spot -> spot.note() + " (line " + spot.line() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
