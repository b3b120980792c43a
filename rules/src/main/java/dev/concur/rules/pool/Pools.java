package dev.concur.rules.pool;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the rules of this family say of a pool. */
final class Pools {

  // Starting a platform thread takes about as long; BlockingOnCommonPool.md, "Threshold".
  private static final double WORTH_NANOS = 100_000;

  private Pools() {}

  /** The heaviest wait that is long enough to matter and is not for another thread. */
  static Optional<Happening.Waits> realWait(List<Happening.Waits> waits) {
    return waits.stream()
        .filter(wait -> wait.kind() != Kind.LOCK && wait.nanos().middle() >= WORTH_NANOS)
        .findFirst();
  }

  /** The pool as the scarce thing; the hand-off itself when the pool has no name. */
  static String thing(HandOff handOff) {
    String identity = handOff.executor().identity();
    return identity.isEmpty() ? "hand-off " + handOff.at() : "pool " + identity;
  }

  /** Whether all tasks that a pool ever gets have a thread of it each. */
  static boolean hasThreadForEach(HandOff handOff, Program program) {
    OptionalInt size = handOff.executor().size();
    return size.isPresent()
        && handOff.poolForOneCall()
        && program.handOffs().stream()
                .filter(each -> each.executor().created().equals(handOff.executor().created()))
                .mapToDouble(each -> each.times().high())
                .sum()
            <= size.getAsInt();
  }

  /** The pool in words: {@code a pool of 8 threads}. */
  static String words(Executor executor) {
    return switch (executor.kind()) {
      case FIXED ->
          executor.size().isPresent()
              ? "a pool of " + executor.size().getAsInt() + " threads"
              : "a pool of fixed size";
      case CORES -> "a pool of one thread a core";
      case CACHED -> "a pool without limit";
      case SINGLE -> "a pool of one thread";
      case SCHEDULED -> "a scheduler";
      case WORK_STEALING -> "a work-stealing pool";
      case COMMON_POOL -> "the common pool";
      case PARALLEL_STREAM -> "the common pool, through a parallel stream";
      case VIRTUAL -> "an executor of virtual threads";
      case POOLED_VIRTUAL -> "a pool of virtual threads";
      case NEW_THREAD -> "its own";
      case EVENT_LOOP -> "an event loop";
      case UNKNOWN -> "an executor that was not seen";
    };
  }

  /** Where the pool is made, where the task goes in, and the calls to what it does. */
  static List<Spot> evidence(HandOff handOff, Happening happening) {
    List<Spot> spots = new ArrayList<>();
    spots.add(handOff.executor().created().noting(words(handOff.executor())));
    spots.add(handOff.at());
    spots.addAll(happening.chain());
    return spots;
  }
}
