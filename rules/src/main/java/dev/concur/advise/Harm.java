package dev.concur.advise;

import static java.util.Map.entry;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.Map;
import java.util.Optional;

/**
 * What some situations do to others, so that leaving them alone is no answer even when it is as
 * fast.
 */
final class Harm {

  private static final Map<String, String> OF_RULE =
      Map.ofEntries(
          entry(
              "cpu-bound-on-virtual",
              "as fast, but each task keeps a carrier while all other virtual threads stand still"),
          entry(
              "pinned-by-native",
              "as fast, but native code keeps a carrier while all other virtual threads stand still"),
          entry("pooled-virtual-threads", "the pool queues what virtual threads would run at once"),
          entry(
              "file-io-heavy-on-virtual",
              "as fast, but each wait for a file keeps a carrier from all other virtual threads"),
          entry(
              "cached-pool-network",
              "as fast while the other side is quick; when it is slow, every request starts a thread"),
          entry(
              "blocking-on-common-pool",
              "the waits fill the pool that the whole process computes on"),
          entry(
              "blocking-in-parallel-stream",
              "the waits fill the pool that the whole process computes on"),
          entry(
              "oversized-cpu-pool",
              "as fast, but threads beyond the cores only take turns and hold memory"),
          entry(
              "cpu-tasks-need-bounded-pool",
              "as fast at best, but all tasks hold a thread and their memory at once"),
          entry(
              "async-over-cpu",
              "no faster, and the caller waits while another thread does its work"),
          entry(
              "unbounded-vt-to-bounded-resource",
              "as fast, but all who get no connection wait there until its limit makes them fail"),
          entry(
              "callback-under-lock",
              "nobody knows how long the stranger's code takes, nor which locks"),
          entry(
              "future-get-under-lock", "when the other thread needs this lock, both wait for ever"),
          entry(
              "pinned-by-monitor",
              "each wait keeps a carrier while all other virtual threads stand still"));

  // As many threads as servlet containers stop at (Tomcat: 200), each with a stack of 1 MB.
  private static final double MANY_THREADS = 200;

  private Harm() {}

  /** Why leaving it alone will not do; empty when nobody else suffers. */
  static Optional<String> of(Finding finding) {
    return finding.facets().stream()
        .map(rule -> Optional.ofNullable(OF_RULE.get(rule)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> ofSubject(finding.subject()));
  }

  private static Optional<String> ofSubject(Subject subject) {
    return subject instanceof Subject.OfHandOff handOff && unbounded(handOff.handOff())
        ? Optional.of(
            "as fast while there is little to do; each round starts a thread, as many as there are data")
        : Optional.empty();
  }

  /** A thread for each round of a loop that only the data end. */
  private static boolean unbounded(HandOff handOff) {
    Executor.Kind kind = handOff.executor().kind();
    boolean threadEach = kind == Executor.Kind.NEW_THREAD || kind == Executor.Kind.CACHED;
    return threadEach && !handOff.bounded() && handOff.times().high() > MANY_THREADS;
  }

  /** Leaving alone what harms others is no answer. */
  static Candidate refuse(Candidate way, Optional<String> harm) {
    return way.model() == Model.SEQUENTIAL ? harm.map(way::refusedBecause).orElse(way) : way;
  }
}
