package dev.concur.advise;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.Machine;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One finding with all that the choice of a remedy depends on.
 *
 * @param work one task of it
 * @param baseline the code as it is
 * @param happenings what a task does that is worth naming, heaviest first
 * @param basis where the figures come from
 */
record Situation(
    Finding finding,
    Program program,
    Machine machine,
    Workload work,
    Arm baseline,
    List<Happening> happenings,
    Provenance basis) {

  int runtime() {
    return program.target().runtime();
  }

  boolean says(String rule) {
    return finding.facets().contains(rule);
  }

  /** Whether a task waits longer than it computes. */
  boolean mostlyWaits() {
    Load load = Load.middle(work);
    return load.waits() > load.computing();
  }

  /**
   * Whether it computes longer than it waits by the best guess, and perhaps does not: then threads
   * beyond the cores cost little and their lack may cost much.
   */
  boolean perhapsWaits() {
    Load less = Scenarios.computingLess(work);
    return !mostlyWaits() && less.waits() > less.computing();
  }

  /**
   * Whether nobody knows how many rounds a loop has; then a change looks first how many there are.
   */
  boolean sizesUnknown() {
    return baseline.model() == Model.SEQUENTIAL && work.tasks().low() < work.tasks().high();
  }

  /** Whether it is about a parallel stream that tasks start which keep all cores busy. */
  boolean amongBusyCores() {
    return finding.subject() instanceof Subject.OfLoop loop
        && loop.loop().parallel()
        && baseline.model() == Model.SEQUENTIAL;
  }

  /** What the code as it is pays for each task beyond doing it, ns. */
  double toll() {
    if (finding.subject() instanceof Subject.OfLoop loop && loop.loop().parts()) {
      return Laws.FORK_NANOS;
    }
    if (finding.subject() instanceof Subject.OfLoop loop && amongBusyCores()) {
      return Laws.NESTED_SPLIT_NANOS / Math.max(1, loop.loop().trips().middle());
    }
    return finding.subject() instanceof Subject.OfHandOff handOff && handOff.handOff().joined()
        ? Laws.JOINED_NANOS
        : 0;
  }

  /** Whether the code says who brings the tasks to a lock, and in what number. */
  boolean fed() {
    return work.locked()
        && (baseline.model() == Model.SEQUENTIAL || !work.tasks().equals(Workloads.IN_FLIGHT));
  }

  /** Whether it is about one generator that all draw from. */
  boolean drawsFromOne() {
    return finding.subject() instanceof Subject.OfLock lock
        && lock.use().lock().kind() == LockKind.SEED;
  }

  /** The strongest kind of waiting, or nothing to wait for. */
  boolean waitsFor(Kind kind) {
    return work.waits().stream().findFirst().filter(kind::equals).isPresent();
  }

  /** ns of each kind of wait in a task, longest of its kind. */
  Map<Kind, Double> waits() {
    Map<Kind, Double> longest = new TreeMap<>();
    for (Happening happening : happenings) {
      if (happening instanceof Happening.Waits wait) {
        longest.merge(wait.kind(), wait.nanos().middle(), Math::max);
      }
    }
    return longest;
  }
}
