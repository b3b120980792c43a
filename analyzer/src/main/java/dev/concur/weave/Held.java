package dev.concur.weave;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What woven code calls in place of taking and giving back a lock that verification changes.
 *
 * <p>Two changes. The waiting moved out: {@link #enter} takes the lock, and a stubbed wait gives
 * back all that the thread has and takes it again afterwards. Narrowed: {@link #begin} takes
 * nothing, and each {@link #touch} of shared state takes the lock for that moment only. A monitor
 * becomes a {@link ReentrantLock}, since a monitor cannot be given back in another method.
 */
public final class Held {

  /** Beyond this, locks of objects that are long gone are forgotten. */
  private static final int MOST_MONITORS = 10_000;

  private static final ThreadLocal<Held> MINE = ThreadLocal.withInitial(Held::new);
  private static final IdentityHashMap<Object, Lock> LOCKS = new IdentityHashMap<>();
  private static final LongAdder HELD = new LongAdder();
  private static volatile boolean timed;
  private static volatile Known last = new Known(new Object(), new ReentrantLock());

  /** A monitor and what stands for it: the one asked for last, which is nearly always the same. */
  private record Known(Object monitor, Lock lock) {}

  private Lock[] regions = new Lock[8];
  private int depth;
  private int taken;
  private Lock touched = last.lock();
  private int touches;
  private boolean given;
  private long since;

  private Held() {}

  /** Counts from now on how long locks are held. */
  public static void timed() {
    timed = true;
  }

  /** How long changed locks were held so far, ns over all threads. */
  public static long nanos() {
    return HELD.sum();
  }

  /** In place of entering a monitor. */
  public static void enter(Object monitor) {
    lock(lockOf(monitor));
  }

  /** In place of leaving a monitor. */
  public static void exit(Object monitor) {
    unlock(lockOf(monitor));
  }

  /** In place of {@code lock.lock()}. */
  public static void lock(Lock lock) {
    Held mine = MINE.get();
    lock.lock();
    mine.took();
    mine.push(lock);
  }

  /** In place of {@code lock.unlock()}. */
  public static void unlock(Lock lock) {
    Held mine = MINE.get();
    take();
    if (mine.pop(lock)) {
      mine.gave();
      lock.unlock();
    }
  }

  /** In place of entering a monitor that is narrowed. */
  public static void begin(Object monitor) {
    MINE.get().push(lockOf(monitor));
  }

  /** In place of leaving it. */
  public static void end(Object monitor) {
    end(lockOf(monitor));
  }

  /** In place of {@code lock.lock()} of a lock that is narrowed. */
  public static void begin(Lock lock) {
    MINE.get().push(lock);
  }

  /** In place of its {@code lock.unlock()}. */
  public static void end(Lock lock) {
    Held mine = MINE.get();
    mine.pop(lock);
    if (mine.depth == 0) {
      mine.untouch();
    }
  }

  /** Shared state is about to be touched. */
  public static void touch() {
    Held mine = MINE.get();
    if (mine.depth > 0 && mine.touches++ == 0) {
      mine.touched = mine.regions[mine.depth - 1];
      mine.touched.lock();
      mine.took();
    }
  }

  /** It was. */
  public static void touched() {
    Held mine = MINE.get();
    if (mine.touches > 0 && --mine.touches == 0) {
      mine.gave();
      mine.touched.unlock();
    }
  }

  /** Gives back what is held, runs this as one that holds nothing, and takes it again. */
  static void outside(Runnable wait) {
    Held mine = MINE.get();
    if (mine.taken == 0 || mine.touches > 0) {
      wait.run();
      return;
    }
    give();
    MINE.set(new Held());
    try {
      wait.run();
    } finally {
      MINE.set(mine);
    }
    take();
  }

  /** All that is held is given back: the thread is about to wait for another. */
  public static void give() {
    Held mine = MINE.get();
    if (mine.taken == 0 || mine.given) {
      return;
    }
    mine.given = true;
    for (int k = mine.depth - 1; k >= 0; k--) {
      mine.gave();
      mine.regions[k].unlock();
    }
  }

  /** It is taken again. */
  public static void take() {
    Held mine = MINE.get();
    if (!mine.given) {
      return;
    }
    mine.given = false;
    for (int k = 0; k < mine.depth; k++) {
      mine.regions[k].lock();
      mine.took();
    }
  }

  /** Gives back what an exception left behind: the task is over. */
  public static void clear() {
    Held mine = MINE.get();
    take();
    mine.untouch();
    while (mine.depth > 0) {
      Lock lock = mine.regions[--mine.depth];
      if (mine.taken > 0) {
        mine.gave();
        lock.unlock();
      }
    }
  }

  /** Ends a touch that an exception cut short. */
  private void untouch() {
    if (touches > 0) {
      touches = 0;
      gave();
      touched.unlock();
    }
  }

  private static Lock lockOf(Object monitor) {
    Known known = last;
    if (known.monitor == monitor) {
      return known.lock;
    }
    synchronized (LOCKS) {
      if (LOCKS.size() > MOST_MONITORS) {
        LOCKS.clear();
      }
      Lock lock = LOCKS.computeIfAbsent(monitor, none -> new ReentrantLock());
      last = new Known(monitor, lock);
      return lock;
    }
  }

  private void push(Lock lock) {
    if (depth == regions.length) {
      regions = Arrays.copyOf(regions, 2 * depth);
    }
    regions[depth++] = lock;
  }

  /** Takes the innermost entry of this lock away; false when there is none. */
  private boolean pop(Lock lock) {
    for (int k = depth - 1; k >= 0; k--) {
      if (regions[k] == lock) {
        System.arraycopy(regions, k + 1, regions, k, depth - k - 1);
        depth--;
        return true;
      }
    }
    return false;
  }

  private void took() {
    if (taken++ == 0 && timed) {
      since = System.nanoTime();
    }
  }

  private void gave() {
    if (--taken == 0 && timed) {
      HELD.add(System.nanoTime() - since);
    }
  }
}
