package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Objects that are asked: each call of their daily work brings what it is about and takes the
 * answer away. Such an object is set up once and asked by all, and a lock around the answers says
 * that its author expected that. What is made for one text, file or connection gets that when it is
 * made, and then goes on by itself.
 */
final class Requests {

  /** What an object is made for when it is handed to its constructor: one source, one target. */
  private static final Set<String> SOURCES =
      Set.of(
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Writer",
          "java.io.RandomAccessFile",
          "java.io.DataInput",
          "java.io.DataOutput",
          "java.nio.channels.Channel",
          "java.nio.Buffer",
          "java.net.Socket",
          "java.sql.Connection",
          "java.sql.Statement",
          "java.sql.ResultSet",
          "java.util.Iterator",
          "java.util.Enumeration");

  /** Numbers that say together what a call is about. */
  private static final int NUMBERS = 2;

  private final Linked linked;

  Requests(Linked linked) {
    this.linked = linked;
  }

  /** Whether an object of a class can be made without what one use is about. */
  boolean madeForMany(String type) {
    List<MethodFacts> constructors =
        linked.type(type).map(ClassFacts::methods).orElse(List.of()).stream()
            .filter(method -> method.ref().constructor())
            .toList();
    return !constructors.isEmpty() && constructors.stream().noneMatch(this::takesASource);
  }

  private boolean takesASource(MethodFacts constructor) {
    return types(constructor).parameterList().stream().anyMatch(this::source);
  }

  private boolean source(ClassDesc type) {
    String name = Classes.named(type.descriptorString());
    return (type.isArray() && type.componentType().isPrimitive())
        || SOURCES.stream().anyMatch(each -> linked.subtype(name, each));
  }

  /**
   * Whether a call of a method brings what it is about and takes an answer away: an object, or
   * several numbers, since one may be a place in what is read from end to end. That something was
   * added or removed is no answer: what keeps things may be filled for one use.
   */
  static boolean answers(MethodFacts method) {
    MethodTypeDesc types = types(method);
    ClassDesc answer = types.returnType();
    boolean itself = Classes.named(answer.descriptorString()).equals(method.ref().owner());
    return !"VZ".contains(answer.descriptorString())
        && !itself
        && (types.parameterCount() >= NUMBERS
            || types.parameterList().stream().anyMatch(type -> !type.isPrimitive()));
  }

  private static MethodTypeDesc types(MethodFacts method) {
    return MethodTypeDesc.ofDescriptor(method.ref().descriptor());
  }
}
