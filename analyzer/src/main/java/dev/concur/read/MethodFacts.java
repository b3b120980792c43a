package dev.concur.read;

import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one method does: blocks of operations with their order, frequency and loops, and the origin
 * of every value. Not a record: it is compared by identity, and its body is packed.
 *
 * <p>A body is unpacked when somebody asks for it, and packed away again when there is no room. So
 * blocks, operations and values are equal each time, but need not be the same objects.
 */
public final class MethodFacts {

  /** How a body was read. */
  public enum Quality {
    BYTECODE,
    /** From source that did not compile: names are resolved as far as imports go. */
    SOURCE,
    /** Abstract or native: there is none. */
    NONE,
    /**
     * There is one, but it could not be followed: damaged, irreducible, or with more loops or
     * monitors than we look at.
     */
    UNREAD
  }

  private static final Quality[] QUALITIES = Quality.values();

  private final MethodRef ref;
  private final Declared declared;

  // As wide as in a class file: a method takes 48 bytes.
  private final char access;
  private final char line;
  private final char instructions;
  private final byte quality;
  private final Packed packed;
  private final int at;
  private final int hash;
  private final int number;
  private @Nullable Unpacked open;
  private boolean asked;

  @SuppressWarnings("EnumOrdinal") // A byte: with a reference each method takes eight bytes more.
  MethodFacts(
      MethodRef ref,
      int access,
      Declared declared,
      int line,
      int instructions,
      Quality quality,
      Packed packed,
      int at) {
    this.ref = ref;
    this.access = (char) access;
    this.declared = declared;
    this.line = (char) line;
    // More only where old subroutines were put in place of their calls.
    this.instructions = (char) Math.min(instructions, Character.MAX_VALUE);
    this.quality = (byte) quality.ordinal();
    this.packed = packed;
    this.at = at;
    this.hash = ref.hashCode();
    this.number = packed.number();
    this.open = at == Packed.NOWHERE ? Unpacked.NOTHING : null;
  }

  /** Its body, unpacked now if it is not open. */
  Unpacked body() {
    Unpacked body = open;
    if (body == null) {
      return packed.open(this, at);
    }
    // Written only when it changes: this is asked by all threads, millions of times.
    if (!asked) {
      asked = true;
    }
    return body;
  }

  /** Its body, if it is open. */
  @Nullable Unpacked opened() {
    return open;
  }

  /** From now on its body is open. */
  void open(Unpacked body) {
    open = body;
  }

  /** From now on its body is packed. */
  void close() {
    open = null;
  }

  /** Whether its body was looked at since this was asked before. */
  boolean wasAsked() {
    boolean was = asked;
    asked = false;
    return was;
  }

  /** From 0, another for each method of a program; what order they have differs from run to run. */
  public int number() {
    return number;
  }

  /** The method. */
  public MethodRef ref() {
    return ref;
  }

  /** JVM access flags. */
  public int access() {
    return access;
  }

  /** Annotations as written. */
  public List<Annotation> annotations() {
    return declared.annotations();
  }

  /**
   * What the author called its parameters, the receiver included; empty texts where the class file
   * does not say.
   */
  public List<String> parameterNames() {
    return declared.parameterNames();
  }

  /**
   * What generics say of the elements of a parameter, the receiver not counted: the binary names of
   * its type arguments, arrays as {@code [B}.
   */
  public List<String> elementTypes(int parameter) {
    List<List<String>> types = declared.elementTypes();
    return parameter >= 0 && parameter < types.size() ? types.get(parameter) : List.of();
  }

  /** Binary names of the declared exceptions. */
  public List<String> exceptions() {
    return declared.exceptions();
  }

  /** As in its class. */
  public String sourceFile() {
    return packed.sourceFile();
  }

  /** Line of its first instruction, 0 when unknown. */
  public int line() {
    return line;
  }

  /** How many bytecode instructions it has. */
  public int instructions() {
    return instructions;
  }

  /** Basic blocks, entry first; empty for abstract and native methods and for unread ones. */
  public List<Block> blocks() {
    return body().blocks();
  }

  /** Natural loops, outer before inner. */
  public List<LoopFacts> loops() {
    return body().loops();
  }

  /** Where values of several paths meet, by index. */
  public List<List<Value>> phis() {
    return body().phis();
  }

  /** How its body was read. */
  public Quality quality() {
    return QUALITIES[quality];
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
    return new Spot(ref.owner(), ref.name(), ref.descriptor(), sourceFile(), atLine, note);
  }

  /** All calls, in order of the blocks, which is that of their ids. */
  public List<Op.Call> calls() {
    return body().calls();
  }

  /** The call with this op id. */
  public Optional<Op.Call> call(int id) {
    int at = position(id);
    return at < 0 ? Optional.empty() : Optional.of(calls().get(at));
  }

  /** The block with the op of this id: ids grow from block to block. */
  public Optional<Block> block(int id) {
    for (Block block : blocks()) {
      List<Op> ops = block.ops();
      if (!ops.isEmpty() && ops.get(ops.size() - 1).id() >= id) {
        return ops.get(0).id() <= id ? Optional.of(block) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The blocks of a loop, with those of loops inside of it. */
  public List<Block> blocks(LoopFacts loop) {
    return blocks().stream().filter(block -> within(block, loop)).toList();
  }

  private boolean within(Block block, LoopFacts loop) {
    int at = block.loop();
    while (at >= 0 && at != loop.index()) {
      at = loops().get(at).parent();
    }
    return at == loop.index();
  }

  /** Where the call with this op id is among {@link #calls()}; negative when it is none of them. */
  public int position(int id) {
    List<Op.Call> calls = calls();
    int low = 0;
    int high = calls.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Op.Call call = calls.get(middle);
      if (call.id() == id) {
        return middle;
      }
      if (call.id() < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Kept, since methods are looked up millions of times. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return ref.toString();
  }

  /**
   * The same method under a number of its own, for what is known of it only in some surroundings.
   * What is asked about code is asked of the method itself.
   */
  public MethodFacts again() {
    return with(quality());
  }

  /** The same, marked as read from a source that did not compile. */
  MethodFacts fromSource() {
    return with(quality() == Quality.BYTECODE ? Quality.SOURCE : quality());
  }

  private MethodFacts with(Quality read) {
    return new MethodFacts(ref, access, declared, line, instructions, read, packed, at);
  }
}
