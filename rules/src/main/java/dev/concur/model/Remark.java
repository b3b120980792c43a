package dev.concur.model;

import java.util.List;

/** Something odd about one place of a method, which only the values there show. */
public sealed interface Remark {

  /** The place. */
  Spot at();

  /**
   * A process is waited for without a limit, and nobody has read what it says or sent that
   * elsewhere before.
   *
   * @param started where it was started
   */
  record UndrainedProcess(Spot at, Spot started) implements Remark {}

  /**
   * A virtual thread is asked for what only a platform thread grants.
   *
   * @param wish the method that is called
   */
  record VainWish(Spot at, String wish) implements Remark {}

  /**
   * A stage of a future of somebody else waits or computes on the thread that completes it.
   *
   * @param nanos how long
   * @param chain the calls to it
   */
  record HeavyStage(Spot at, Kind kind, double nanos, List<Spot> chain) implements Remark {
    public HeavyStage {
      chain = List.copyOf(chain);
    }
  }

  /**
   * The last of several stages that each ask somebody and go on when the answer is there.
   *
   * @param stages how many
   */
  record ChainOfStages(Spot at, int stages) implements Remark {}

  /**
   * A function of a reactive pipeline waits, and nothing was said of where it runs.
   *
   * @param nanos how long
   * @param chain the calls to it
   */
  record WaitingOperator(Spot at, Kind kind, double nanos, List<Spot> chain) implements Remark {
    public WaitingOperator {
      chain = List.copyOf(chain);
    }
  }

  /**
   * A thread is asked for the object that it keeps for itself, which is costly or large.
   *
   * @param what the type of the object
   * @param bytes how large it is, 0 when nobody says
   */
  record KeptByThread(Spot at, String what, long bytes) implements Remark {}

  /** A loop starts a Java process in each of its rounds. */
  record JvmEachRound(Spot at) implements Remark {}
}
