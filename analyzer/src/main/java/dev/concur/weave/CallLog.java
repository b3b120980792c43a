package dev.concur.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What woven methods tell of their calls while tests run: how many there were, and which of those
 * that returned took longest.
 */
public final class CallLog {

  private static final int DEEPEST = 256;

  /** The first call of all loads classes and is long for that: one of two is not. */
  private static final int KEPT = 2;

  private static final Map<Integer, Integer> COUNTS = new TreeMap<>();
  private static final Map<Integer, List<Call>> LONGEST = new TreeMap<>();
  private static final ThreadLocal<Deque<Call>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

  private CallLog() {}

  /**
   * A call.
   *
   * @param method number of the method
   * @param number of the call since the last {@link #take}, from 1
   * @param nanos how long it took; while it is open, when it began
   */
  public record Call(int method, int number, long nanos) {}

  /** Called at the entry of a woven method. */
  public static void enter(int method) {
    if (!TestThreads.here()) {
      return;
    }
    Deque<Call> open = OPEN.get();
    if (open.size() < DEEPEST) {
      open.push(new Call(method, next(method), System.nanoTime()));
    }
  }

  private static int next(int method) {
    synchronized (COUNTS) {
      return COUNTS.merge(method, 1, Integer::sum);
    }
  }

  /** Called where a woven method returns; calls that are still open above it have thrown. */
  public static void leave(int method) {
    if (!TestThreads.here()) {
      return;
    }
    long now = System.nanoTime();
    Deque<Call> open = OPEN.get();
    while (!open.isEmpty()) {
      Call call = open.pop();
      if (call.method == method) {
        note(new Call(method, call.number, now - call.nanos));
        return;
      }
    }
  }

  private static void note(Call done) {
    synchronized (COUNTS) {
      List<Call> longest = LONGEST.computeIfAbsent(done.method, none -> new ArrayList<>());
      longest.add(done);
      longest.sort(Comparator.comparingLong(Call::nanos).reversed());
      if (longest.size() > KEPT) {
        longest.remove(KEPT);
      }
    }
  }

  /** The longest calls of each method since the last time this was asked; counting begins anew. */
  public static List<Call> take() {
    OPEN.get().clear();
    synchronized (COUNTS) {
      List<Call> taken = LONGEST.values().stream().flatMap(List::stream).toList();
      LONGEST.clear();
      COUNTS.clear();
      return taken;
    }
  }
}
