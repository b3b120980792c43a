package dev.concur.model;

import java.util.List;
import java.util.Optional;

/**
 * Something worth naming that happens inside a region, a task or a loop, with the calls that lead
 * to it.
 */
public sealed interface Happening {

  /** The calls from the region to the leaf, first to last. */
  List<Spot> chain();

  /**
   * The wait for another thread that reads the answer to what was sent over a network before: both
   * are waited for in one method, or below it. Empty when nothing is asked so.
   */
  static Optional<Waits> answer(List<Happening> happenings) {
    return happenings.stream()
        .filter(Waits.class::isInstance)
        .map(Waits.class::cast)
        .filter(wait -> wait.kind() == Kind.LOCK)
        .filter(wait -> happenings.stream().anyMatch(sent -> sentIn(sent, wait)))
        .findFirst();
  }

  private static boolean sentIn(Happening sent, Waits wait) {
    return sent instanceof Waits network
        && network.kind() == Kind.NETWORK
        && network.chain().stream()
            .skip(1)
            .anyMatch(
                step ->
                    wait.chain().stream()
                        .skip(1)
                        .anyMatch(other -> other.methodRef().equals(step.methodRef())));
  }

  /**
   * It waits. {@code nanos} per execution; {@code bounded} when the wait has a constant limit of
   * 100 ms or less.
   */
  record Waits(Kind kind, Interval nanos, boolean bounded, List<Spot> chain) implements Happening {
    public Waits {
      chain = List.copyOf(chain);
    }
  }

  /** It computes for longer than a moment. */
  record Computes(Kind kind, Interval nanos, List<Spot> chain) implements Happening {
    public Computes {
      chain = List.copyOf(chain);
    }
  }

  /** It calls code that an outsider supplies: a listener, a factory, an appender. */
  record CallsOut(String type, List<Spot> chain) implements Happening {
    public CallsOut {
      chain = List.copyOf(chain);
    }
  }

  /** It enters native code that is not the JDK's. */
  record EntersNative(MethodRef method, List<Spot> chain) implements Happening {
    public EntersNative {
      chain = List.copyOf(chain);
    }
  }

  /**
   * It gives the lock back while it waits ({@code Object.wait}, {@code Condition.await}, unlock
   * around a call).
   */
  record WaitsReleased(Interval nanos, List<Spot> chain) implements Happening {
    public WaitsReleased {
      chain = List.copyOf(chain);
    }
  }

  /**
   * It looks, over and over and changing nothing, at what only another thread changes.
   *
   * @param what what it looks at: a field as {@code a.b.C.field}, or a method
   * @param yields whether it gives way to others in between, without being told when to go on
   */
  record LooksAgain(String what, boolean yields, List<Spot> chain) implements Happening {
    public LooksAgain {
      chain = List.copyOf(chain);
    }
  }

  /**
   * It computes what a field is to hold from what the field held: who does so elsewhere must keep
   * others from changing it meanwhile.
   *
   * @param field as {@code a.b.C.field}
   * @param keyed whether it is one of many under a key: an element of an array or a collection, or
   *     a field of such an element
   */
  record Renews(String field, boolean keyed, List<Spot> chain) implements Happening {
    public Renews {
      chain = List.copyOf(chain);
    }
  }

  /** Writes a log record or a line to the console, which takes a lock of its own. */
  record Logs(List<Spot> chain) implements Happening {
    public Logs {
      chain = List.copyOf(chain);
    }
  }
}
