package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a pair ran what it should have: both arms the same work, waits waited for, calls that
 * returned.
 *
 * @param live whether the user's own method runs
 */
record PairCheck(Experiment experiment, StandIn standIn, boolean live, int cores) {

  /** A throughput that is this much over what the waits allow was not a run of the task. */
  private static final double IMPOSSIBLE = 1.2;

  /** Why this pair cannot have run what it should have; empty when it has. */
  Optional<String> wrongIn(Pair pair) {
    return tooFast(pair).or(() -> live ? thrown(pair) : different(pair));
  }

  private Optional<String> tooFast(Pair pair) {
    double waiting = standIn.waiting() + standIn.heldWaiting();
    double allowed = 1e9 * standIn.inFlight(experiment.advised(), cores) / waiting;
    return waiting > 0 && pair.advisedRate() > IMPOSSIBLE * allowed
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the advised arm ran %.0f tasks/s where its waits allow %.0f: it did not wait",
                pair.advisedRate(),
                allowed))
        : Optional.empty();
  }

  /** Of a stand-in: whether its arms came to different results; a kernel rounds otherwise. */
  private Optional<String> different(Pair pair) {
    boolean same = pair.baseline().get(0).checksum() == pair.advised().get(0).checksum();
    return same || experiment.advised().model() == Model.NATIVE
        ? Optional.empty()
        : Optional.of("the arms came to different results: they did different work");
  }

  /** Of the user's own method: whether most calls ended with an exception. */
  private Optional<String> thrown(Pair pair) {
    return List.of(pair.baseline().get(0), pair.advised().get(0)).stream()
        .filter(window -> window.checksum() < standIn.tasks() / 2)
        .findFirst()
        .map(
            window ->
                "only %d of %d calls returned normally"
                    .formatted(window.checksum(), standIn.tasks()));
  }
}
