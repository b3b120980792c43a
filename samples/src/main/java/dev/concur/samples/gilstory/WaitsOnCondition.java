package dev.concur.samples.gilstory;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The other way to give a lock back while waiting: a condition. Whoever waits for work holds
 * nothing; whoever works, works alone.
 *
 * <p>Best: change the lock. Take the work under it, do the work outside.
 */
public final class WaitsOnCondition {

  private static final int STEPS = 20_000_000;
  private static final ReentrantLock INTERPRETER = new ReentrantLock();
  private static final Condition ARRIVED = INTERPRETER.newCondition();
  private static final Queue<Double> INPUTS = new ArrayDeque<>();

  private final Script script;

  public WaitsOnCondition(Script script) {
    this.script = script;
  }

  /** Brings work. */
  public void offer(double input) {
    INTERPRETER.lock();
    try {
      INPUTS.add(input);
      ARRIVED.signal();
    } finally {
      INTERPRETER.unlock();
    }
  }

  /** Waits for work and does it. */
  public double work() throws InterruptedException {
    INTERPRETER.lock(); // expect: gil-cpu, gil-static-lock [lock-change]
    try {
      while (INPUTS.isEmpty()) {
        ARRIVED.await();
      }
      return script.run(INPUTS.remove(), STEPS);
    } finally {
      INTERPRETER.unlock();
    }
  }
}
