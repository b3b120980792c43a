package dev.concur.read;

import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import java.util.List;

/**
 * What one method does: blocks of operations with their order, frequency and loops, and the origin
 * of every value.
 *
 * @param ref the method
 * @param access JVM access flags
 * @param annotations as written
 * @param parameterNames what the author called its parameters, the receiver included; empty texts
 *     where the class file does not say
 * @param exceptions binary names of the declared exceptions
 * @param sourceFile as in its class
 * @param line line of its first instruction, 0 when unknown
 * @param instructions bytecode instructions
 * @param blocks basic blocks, entry first; empty for abstract and native methods and for unread
 *     ones
 * @param loops natural loops, outer before inner
 * @param phis where values of several paths meet, by index
 * @param quality how its body was read
 */
public record MethodFacts(
    MethodRef ref,
    int access,
    List<Annotation> annotations,
    List<String> parameterNames,
    List<String> exceptions,
    String sourceFile,
    int line,
    int instructions,
    List<Block> blocks,
    List<LoopFacts> loops,
    List<List<Value>> phis,
    Quality quality) {

  /** How a body was read. */
  public enum Quality {
    BYTECODE,
    /** From source that did not compile: names are resolved as far as imports go. */
    SOURCE,
    /** Abstract or native: there is none. */
    NONE,
    /** There is one, but it could not be followed (damaged or irreducible beyond our means). */
    UNREAD
  }

  public MethodFacts {
    annotations = List.copyOf(annotations);
    parameterNames = List.copyOf(parameterNames);
    exceptions = List.copyOf(exceptions);
    blocks = List.copyOf(blocks);
    loops = List.copyOf(loops);
    phis = phis.stream().map(List::copyOf).toList();
  }

  /** Whether it has no receiver. */
  public boolean isStatic() {
    return (access & 0x0008) != 0;
  }

  /** Whether the whole method runs under the monitor of its receiver or class. */
  public boolean isSynchronized() {
    return (access & 0x0020) != 0;
  }

  /** Whether its body is native code. */
  public boolean isNative() {
    return (access & 0x0100) != 0;
  }

  /** Whether it has no body at all. */
  public boolean isAbstract() {
    return (access & 0x0400) != 0;
  }

  /** Whether it is public. */
  public boolean isPublic() {
    return (access & 0x0001) != 0;
  }

  /** Whether it is private. */
  public boolean isPrivate() {
    return (access & 0x0002) != 0;
  }

  /** Whether the compiler made it: bridges, accessors, lambda bodies. */
  public boolean isSynthetic() {
    return (access & 0x1000) != 0;
  }

  /** The place of this method, at its first line. */
  public Spot spot() {
    return spot(line, "");
  }

  /** A place in this method. */
  public Spot spot(int atLine, String note) {
    return new Spot(ref.owner(), ref.name(), ref.descriptor(), sourceFile, atLine, note);
  }

  /** All calls, in order of the blocks. */
  public List<Op.Call> calls() {
    return blocks.stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .toList();
  }

  /** The same, marked as read from a source that did not compile. */
  MethodFacts fromSource() {
    return new MethodFacts(
        ref,
        access,
        annotations,
        parameterNames,
        exceptions,
        sourceFile,
        line,
        instructions,
        blocks,
        loops,
        phis,
        quality == Quality.BYTECODE ? Quality.SOURCE : quality);
  }
}
