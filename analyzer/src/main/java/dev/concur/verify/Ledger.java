package dev.concur.verify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the wall time of a run of verification goes on, told by the verifying thread. What is begun
 * within something else belongs to that.
 */
final class Ledger {

  private final Map<Post, Duration> spent = new EnumMap<>(Post.class);
  private final Deque<Post> open = new ArrayDeque<>();
  private long since = System.nanoTime();

  /** What time goes on. */
  enum Post {
    /** The user's own methods are tried out. */
    TRYING("trying methods"),
    /** Benchmarks are written, calibrated and compiled. */
    COMPILING("compiling"),
    /** Nothing is done, since others are busy. */
    QUIET("waiting for quiet"),
    /** Worker JVMs start. */
    STARTING("starting JVMs"),
    /** Windows that do not count. */
    WARMING("warming up"),
    /** Windows that count. */
    PLAYING("measuring"),
    /** Load and locks are looked at beside the windows. */
    LOOKING("looking at load and locks"),
    /** Windows with waits of other lengths. */
    SWEEPING("sweeping waits"),
    /** Arms that decide nothing. */
    EXPLORING("other arms");

    private final String words;

    Post(String words) {
      this.words = words;
    }

    /** Such as {@code warming up}. */
    String words() {
      return words;
    }
  }

  /** A stretch of time that is written to one post. */
  interface Span extends AutoCloseable {
    @Override
    void close();
  }

  /** From now until it is closed, time is spent on this. */
  Span on(Post post) {
    settle();
    open.push(post);
    return () -> {
      settle();
      open.pop();
    };
  }

  /** What was spent so far, by post. */
  Map<Post, Duration> spent() {
    return new EnumMap<>(spent);
  }

  private void settle() {
    long now = System.nanoTime();
    if (!open.isEmpty()) {
      spent.merge(open.peekLast(), Duration.ofNanos(now - since), Duration::plus);
    }
    since = now;
  }
}
