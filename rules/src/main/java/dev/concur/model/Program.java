package dev.concur.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A program that was read, costed and searched for locks: what rules may ask. Every list is in a
 * stable order.
 */
public interface Program {

  /** What the advice is for. */
  Target target();

  /** Labels of all methods of the scanned roots, not of their libraries. */
  List<Label> methods();

  /** The label of one method, libraries included when they were analysed. */
  Optional<Label> label(MethodRef method);

  /** All locks taken in the scanned roots. */
  List<LockUse> locks();

  /** All hand-offs in the scanned roots. */
  List<HandOff> handOffs();

  /** All loops in the scanned roots whose body waits or computes enough to matter. */
  List<Loop> loops();

  /** Where work comes in. */
  List<Entry> entries();

  /** Whether a method returns a handle of work that is done elsewhere or later. */
  boolean promises(MethodRef method);

  /** What sorts of thread run a method. */
  Set<Runner> runners(MethodRef method);

  /** Direct calls from a method, in order of appearance, with the label of what is called. */
  List<Call> calls(MethodRef method);

  /**
   * The methods that a method runs for each element of something by handing them over as functions,
   * as {@code forEach} and the stages of a stream do; in order of appearance.
   */
  default List<MethodRef> perElement(MethodRef method) {
    return List.of();
  }

  /** What is odd about places of a method. */
  default List<Remark> remarks(MethodRef method) {
    return List.of();
  }

  /** Simple names of the annotations of a method and its class, as far as class files keep them. */
  default List<String> annotations(MethodRef method) {
    return List.of();
  }

  /**
   * Whether a method, callees included, changes anything that outlives it: fields, objects it was
   * given, static state. True when that is not known.
   */
  default boolean changesState(MethodRef method) {
    return true;
  }

  /**
   * How many may pass at once where a method takes a permit of a semaphore; empty when it takes
   * none, or when nobody knows of how many.
   */
  default OptionalInt permits(MethodRef method) {
    return OptionalInt.empty();
  }

  /**
   * One call in a method.
   *
   * @param at the place
   * @param callee what is named there
   * @param label what is known of it; empty when nothing is
   * @param path how often it is passed
   * @param inLoop whether it sits in a loop of its method
   * @param joins whether the value that an earlier asynchronous call gave is waited for here
   */
  record Call(
      Spot at, MethodRef callee, Optional<Label> label, Path path, boolean inLoop, boolean joins) {}
}
