package dev.concur.workloads;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Remedy;
import java.util.List;
import java.util.Optional;

/** What the same code is told on Java 17, 21 and 25. */
final class SideBySide {

  private final List<Advice> on17;
  private final List<Advice> on21;
  private final List<Advice> on25;

  SideBySide(List<Advice> on17, List<Advice> on21, List<Advice> on25) {
    this.on17 = on17;
    this.on21 = on21;
    this.on25 = on25;
  }

  /** All workloads; what is the same everywhere is said once. */
  String table() {
    StringBuilder table =
        new StringBuilder("| workload | on 17 | on 21 | on 25 |\n|--|--|--|--|\n");
    for (Workload workload : Suite.all()) {
      table.append(row(workload.name())).append('\n');
    }
    return table.toString();
  }

  String row(String workload) {
    String first = first(on17, workload);
    String second = first(on21, workload);
    String third = first(on25, workload);
    boolean same = first.equals(second) && second.equals(third);
    return same
        ? "| " + workload + " | " + first + " | the same | the same |"
        : "| " + workload + " | " + first + " | " + second + " | " + third + " |";
  }

  private static String first(List<Advice> all, String workload) {
    Optional<Advice> advice =
        all.stream()
            .filter(each -> each.finding().at().className().endsWith(".code." + workload))
            .findFirst();
    return advice.map(SideBySide::words).orElse("nothing found");
  }

  private static String words(Advice advice) {
    Remedy remedy = advice.first();
    String what = remedy.lockChange().map(LockChange::word).orElse(remedy.model().word());
    String pins =
        remedy.when().contains("pins the carrier") ? ", if no monitor is held while waiting" : "";
    return advice.finding().rule() + ": " + what + pins;
  }
}
