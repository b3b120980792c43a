package dev.concur.read.edit;

import java.util.List;

/**
 * The door: how a source text changes for one remedy. Every answer is empty unless all that the
 * change touches was understood, since a patch that does not compile is worse than none.
 */
public final class SafeEdits {

  private SafeEdits() {}

  /** A pool that is made on this line starts a virtual thread for each task instead. */
  public static List<Edit> poolToVirtualThreads(String source, int line) {
    return Source.of(source).map(text -> PoolEdit.of(text, line)).orElse(List.of());
  }

  /** A fixed pool that is made on this line has so many threads, an expression of Java. */
  public static List<Edit> poolOf(String source, int line, String threads) {
    return Source.of(source).map(text -> PoolEdit.sized(text, line, threads)).orElse(List.of());
  }

  /** A number that only synchronized methods of its class count and give becomes an adder. */
  public static List<Edit> counterToAdder(String source, String field) {
    return Source.of(source).map(text -> new CounterEdit(text, field).edits()).orElse(List.of());
  }

  /** A static generator without a seed is replaced by the one of each thread. */
  public static List<Edit> generatorOfTheThread(String source, String field) {
    return Source.of(source).map(text -> GeneratorEdit.of(text, field)).orElse(List.of());
  }

  /** The sleep on this line gives back the monitor that is held around it. */
  public static List<Edit> sleepWithoutLock(String source, int line) {
    return Source.of(source).map(text -> SleepEdit.of(text, line)).orElse(List.of());
  }

  /** The call on this line leaves the synchronized block that it begins or ends. */
  public static List<Edit> callOutOfBlock(String source, int line) {
    return Source.of(source).map(text -> CallOutEdit.of(text, line)).orElse(List.of());
  }
}
