package dev.concur.read;

import dev.concur.model.Path;
import java.util.List;

/**
 * A straight piece of a method: entered at the top, left at the bottom.
 *
 * @param index position in {@link MethodFacts#blocks()}
 * @param ops what it does, in order
 * @param successors blocks that may follow without an exception
 * @param handlers blocks that may follow when an operation in here throws
 * @param dominator the nearest block that every way to here passes, -1 for the entry
 * @param loop innermost loop as index into {@link MethodFacts#loops()}, -1 for none
 * @param frequency executions per execution of the method if every loop ran once, 0..1
 * @param path how often it is passed: hot, miss, once, error
 * @param guards fields whose test decides whether this block runs; when the code behind it writes
 *     one of them, it runs once
 * @param start position of its first instruction; ops and places where objects are made are named
 *     by such positions
 * @param instructions bytecode instructions in it
 */
public record Block(
    int index,
    List<Op> ops,
    List<Integer> successors,
    List<Integer> handlers,
    int dominator,
    int loop,
    double frequency,
    Path path,
    List<FieldRef> guards,
    int start,
    int instructions) {
  public Block {
    ops = List.copyOf(ops);
    successors = List.copyOf(successors);
    handlers = List.copyOf(handlers);
    guards = List.copyOf(guards);
  }

  /** Whether what has this position is done in here. */
  public boolean holds(int position) {
    return start <= position && position < start + instructions;
  }
}
