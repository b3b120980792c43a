package dev.concur.verify.live;

import dev.concur.weave.Held;
import dev.concur.weave.Stub;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls for a while, in slices: the time of a call is the lower quartile of their means, so that
 * pauses in which the machine does something else do not make a short call a long one.
 */
final class Half {

  private static final int SLICES = 8;
  private static final int MOST_CALLS = 20_000;

  /** What a call took, ns. */
  final double nanos;

  /** What of it was stubbed waiting, ns. */
  final double waited;

  /** How often it called a stub of an interface. */
  final double answers;

  /** Share of the calls that returned. */
  final double normal;

  /** All of it, ns. */
  final double elapsed;

  /** Whether other threads still waited when the last call had returned. */
  final boolean leftWaiting;

  private int calls;
  private int fine;

  Half(Subject subject, long length) {
    long start = System.nanoTime();
    long waitedBefore = Stub.waitedNanos();
    long answersBefore = Proxies.calls();
    List<Double> means = new ArrayList<>();
    while (calls < MOST_CALLS && (calls < 2 || System.nanoTime() - start < length)) {
      means.add(slice(subject, length / SLICES));
    }
    leftWaiting = Stub.waitingNow() > 0;
    elapsed = System.nanoTime() - start;
    means.sort(null);
    nanos = means.get((means.size() - 1) / 4);
    waited = (double) (Stub.waitedNanos() - waitedBefore) / calls;
    answers = (double) (Proxies.calls() - answersBefore) / calls;
    normal = (double) fine / calls;
  }

  private double slice(Subject subject, long length) {
    long begun = System.nanoTime();
    int before = calls;
    do {
      fine += subject.call(0) ? 1 : 0;
      Held.clear();
      calls++;
    } while (calls - before < MOST_CALLS / SLICES && System.nanoTime() - begun < length);
    return (double) (System.nanoTime() - begun) / (calls - before);
  }
}
