package dev.concur.advise;

import dev.concur.advise.Arm.Role;
import dev.concur.model.Kind;
import dev.concur.rule.Words;
import java.util.Optional;

/**
 * More threads together with a change of the lock: where few come, or one brings all tasks, a lock
 * that lets many wait at once, or all cores compute, helps as many as come and no more. The two are
 * one remedy, whose model is the way of running and whose lock change is the other half of it.
 */
final class MoreThreads {

  // Fewer more than that are no reason to change who runs the tasks.
  private static final double MANY_MORE = 2;

  private MoreThreads() {}

  /**
   * The change and more threads in one; empty when the change or the tasks leave nothing to win.
   */
  static Optional<Candidate> after(Candidate change, Situation situation) {
    int now = Math.max(1, situation.baseline().parameters().poolSize());
    boolean opens = change.model() == Model.LOCK_CHANGE && !change.refused();
    if (!opens || !known(situation)) {
      return Optional.empty();
    }
    if (!waits(change, situation)) {
      int cores = situation.machine().cores();
      return now < cores ? Optional.of(pool(change, cores, now)) : Optional.empty();
    }
    int more = Ways.inFlight(situation);
    if (more < MANY_MORE * now) {
      return Optional.empty();
    }
    return Optional.of(
        situation.program().target().virtualThreads() && !situation.waitsFor(Kind.DISK)
            ? virtual(change, more, now, situation)
            : pool(change, Ways.poolSize(situation), now));
  }

  /** Whether the code says who comes; otherwise all who can are taken to be there. */
  private static boolean known(Situation situation) {
    return situation.fed();
  }

  private static boolean waits(Candidate change, Situation situation) {
    Load load = Load.middle(situation.work()).under(change.arm().lock());
    return load.waits() > load.computing();
  }

  private static Candidate virtual(Candidate change, int more, int now, Situation situation) {
    Parameters sizes = change.arm().parameters();
    int permits = sizes.permits() > 0 ? Math.min(more, sizes.permits()) : more;
    Arm arm =
        new Arm(
            change.arm().id() + "OnVirtual",
            Role.ALTERNATIVE,
            Model.VIRTUAL_THREADS,
            change.arm().lock(),
            new Parameters(0, more, 0, 0, sizes.stripes(), permits));
    Candidate both =
        with(
            change,
            arm,
            Words.format(
                "%s Then run each task on a virtual thread"
                    + " (Executors.newVirtualThreadPerTaskExecutor), at most %d at once, instead of"
                    + " %s.",
                change.change(), permits, words(now)));
    return situation.program().target().monitorsPin()
        ? both.provided(
            Words.format(
                "no monitor is held while waiting, since Java %d pins the carrier then",
                situation.runtime()))
        : both;
  }

  private static Candidate pool(Candidate change, int size, int now) {
    Parameters sizes = change.arm().parameters();
    Arm arm =
        new Arm(
            change.arm().id() + "OnMore",
            Role.ALTERNATIVE,
            Model.THREADS,
            change.arm().lock(),
            new Parameters(size, 0, 0, 0, sizes.stripes(), sizes.permits()));
    return with(
        change,
        arm,
        Words.format(
            "%s Then run the tasks in a pool of %d platform threads instead of %s.",
            change.change(), size, words(now)));
  }

  private static String words(int now) {
    return now == 1 ? "one after the other" : Words.format("a pool of %d", now);
  }

  private static Candidate with(Candidate change, Arm arm, String text) {
    return new Candidate(
        arm.model(), change.lockChange(), text, change.when(), arm, change.effort() + 1, "");
  }
}
