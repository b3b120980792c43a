package dev.concur.advise;

import dev.concur.model.Happening;
import dev.concur.model.MethodRef;
import dev.concur.rule.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether what takes long under a lock can leave it. */
final class HeavyPart {

  // What stays under the lock then holds it for a fifth of the time, which two cores do not notice.
  private static final double NEARLY_ALL = 0.8;

  // With a third of it outside, two cores gain half at most (Amdahl); less is no reason to change.
  private static final double APART = 1.0 / 3;

  private final Situation situation;

  HeavyPart(Situation situation) {
    this.situation = situation;
  }

  /**
   * Why it must stay; empty when nothing speaks against its leaving.
   *
   * @param reads fields that the block reads
   * @param writes fields that the block writes
   * @param apart share of its computing that has nothing to do with what it reads and writes, 0..1
   */
  Optional<String> staysBecause(List<String> reads, List<String> writes, double apart) {
    Optional<String> unsafe = Unsafe.computing(situation.happenings(), situation.program());
    if (unsafe.isPresent()) {
      return unsafe.map(
          type -> Fields.simple(type) + " computes under it, and bears one thread at a time");
    }
    Optional<String> hangs = hangsOnWhatWas(situation);
    if (hangs.isPresent()) {
      return hangs;
    }
    if (apart >= APART) {
      return Optional.empty();
    }
    if (!writes.isEmpty() && !separate()) {
      return Optional.of(
          "the block writes "
              + Fields.names(writes)
              + ", so it was not shown that the heavy part can leave it");
    }
    Optional<String> numbered = reads.stream().filter(writes::contains).findFirst();
    if (numbered.isPresent() && tells()) {
      return Optional.of(
          Words.format(
              "what goes out under it goes out in the order in which %s changes",
              Fields.names(List.of(numbered.get()))));
    }
    return inPlace() && !reads.isEmpty()
        ? Optional.of("the computing is done in place, between uses of " + Fields.names(reads))
        : Optional.empty();
  }

  /** Whether others are told something under it: they take it in in the order of the lock. */
  private boolean tells() {
    return situation.happenings().stream()
        .anyMatch(
            happening ->
                happening instanceof Happening.CallsOut
                    || (happening instanceof Happening.Waits waits && waits.kind().outside()));
  }

  /** Why a step that goes by what state was must stay whole; empty where there is none. */
  static Optional<String> hangsOnWhatWas(Situation situation) {
    return renewed(situation)
        .map(
            renewal ->
                Words.format(
                    "what it does is decided by %s as it was: done without the lock, it undoes what"
                        + " others changed meanwhile",
                    Fields.names(List.of(renewal.field()))));
  }

  /** The state that is computed anew from what it was, if there is any. */
  static Optional<Happening.Renews> renewed(Situation situation) {
    return situation.happenings().stream()
        .filter(Happening.Renews.class::isInstance)
        .map(Happening.Renews.class::cast)
        .findFirst();
  }

  /** Whether nearly all the computing is in one call that changes nothing. */
  private boolean separate() {
    Map<MethodRef, Double> computing = new LinkedHashMap<>();
    for (Happening happening : situation.happenings()) {
      if (happening instanceof Happening.Computes computes && computes.chain().size() > 1) {
        MethodRef called = computes.chain().get(1).methodRef();
        computing.merge(called, computes.nanos().middle(), Double::sum);
      }
    }
    double most = NEARLY_ALL * situation.work().heldCpu().middle();
    return computing.entrySet().stream()
        .filter(each -> each.getValue() >= most)
        .anyMatch(each -> !situation.program().changesState(each.getKey()));
  }

  /** Whether the block itself computes, rather than something that it calls. */
  private boolean inPlace() {
    return situation.happenings().stream()
            .noneMatch(each -> each instanceof Happening.Computes && each.chain().size() > 1)
        && situation.work().heldCpu().middle() > situation.work().heldWaiting().middle();
  }
}
