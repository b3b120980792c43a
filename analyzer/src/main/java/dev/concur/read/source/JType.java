package dev.concur.read.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A type as far as a source says it.
 *
 * @param name binary name, keyword of a primitive, {@code ?} when unknown, or {@code 'T} for a type
 *     variable, whose bound is its only argument
 * @param dimensions of an array, else 0
 * @param arguments type arguments; none when it is raw or has none
 */
record JType(String name, int dimensions, List<JType> arguments) {

  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "void", "V", "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long",
          "J", "float", "F", "double", "D");
  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");
  private static final List<String> NUMBERS =
      List.of("byte", "char", "short", "int", "long", "float", "double");

  static final JType UNKNOWN = of("?");
  static final JType NULL = of("null");
  static final JType VOID = of("void");
  static final JType BOOLEAN = of("boolean");
  static final JType INT = of("int");
  static final JType LONG = of("long");
  static final JType DOUBLE = of("double");
  static final JType OBJECT = of("java.lang.Object");
  static final JType STRING = of("java.lang.String");
  static final JType THROWABLE = of("java.lang.Throwable");

  JType {
    arguments = List.copyOf(arguments);
  }

  static JType of(String name) {
    return new JType(name, 0, List.of());
  }

  static JType of(String name, List<JType> arguments) {
    return new JType(name, 0, arguments);
  }

  static JType variable(String name, JType bound) {
    return new JType("'" + name, 0, List.of(bound));
  }

  /** What an ASM type says, arguments erased. */
  static JType of(Type type) {
    return type.getSort() == Type.ARRAY
        ? of(type.getElementType()).array(type.getDimensions())
        : of(type.getClassName());
  }

  JType array(int more) {
    return new JType(name, dimensions + more, arguments);
  }

  JType element() {
    return dimensions > 0 ? new JType(name, dimensions - 1, arguments) : UNKNOWN;
  }

  boolean isArray() {
    return dimensions > 0;
  }

  boolean isUnknown() {
    return dimensions == 0 && (name.equals("?") || name.equals("null"));
  }

  boolean isVoid() {
    return dimensions == 0 && name.equals("void");
  }

  boolean isVariable() {
    return name.startsWith("'");
  }

  boolean isPrimitive() {
    return dimensions == 0 && PRIMITIVES.containsKey(name);
  }

  boolean isNumber() {
    return dimensions == 0 && NUMBERS.contains(name);
  }

  boolean is(JType other) {
    return name.equals(other.name) && dimensions == other.dimensions;
  }

  /** The class that holds a value of this primitive; itself otherwise. */
  JType boxed() {
    return isPrimitive() && !isVoid() ? of(BOXES.getOrDefault(name, name)) : this;
  }

  /** The primitive that this class holds; itself otherwise. */
  JType unboxed() {
    if (dimensions > 0) {
      return this;
    }
    return BOXES.entrySet().stream()
        .filter(each -> each.getValue().equals(name))
        .findFirst()
        .map(each -> of(each.getKey()))
        .orElse(this);
  }

  /** The wider of two numbers, at least int. */
  JType promoted(JType other) {
    int rank = Math.max(NUMBERS.indexOf(unboxed().name), NUMBERS.indexOf(other.unboxed().name));
    return of(NUMBERS.get(Math.max(rank, NUMBERS.indexOf("int"))));
  }

  /** This type with variables replaced; what is not replaced stays. */
  JType with(Map<String, JType> bindings) {
    if (isVariable()) {
      JType bound = bindings.get(name);
      return bound == null ? this : bound.boxed().array(dimensions);
    }
    if (arguments.isEmpty()) {
      return this;
    }
    List<JType> replaced = new ArrayList<>();
    arguments.forEach(each -> replaced.add(each.with(bindings)));
    return new JType(name, dimensions, replaced);
  }

  /** This type with a variable seen as its bound. */
  JType bound() {
    return isVariable()
        ? (arguments.isEmpty() ? OBJECT : arguments.get(0).bound()).array(dimensions)
        : this;
  }

  String descriptor() {
    JType seen = bound();
    String element =
        seen.name.equals("?") || seen.name.equals("null")
            ? "Ljava/lang/Object;"
            : PRIMITIVES.getOrDefault(seen.name, "L" + seen.name.replace('.', '/') + ";");
    return "[".repeat(seen.dimensions) + element;
  }

  /** How the JVM calls the class of this type. */
  String internal() {
    JType seen = bound();
    if (seen.dimensions > 0) {
      return seen.descriptor();
    }
    return seen.isUnknown() ? "unresolved" : seen.name.replace('.', '/');
  }

  int size() {
    return dimensions == 0 && (name.equals("long") || name.equals("double")) ? 2 : isVoid() ? 0 : 1;
  }

  /** An instruction such as ILOAD, in the form for this type. */
  int opcode(int intForm) {
    return Type.getType(descriptor()).getOpcode(intForm);
  }

  int returnOpcode() {
    return opcode(Opcodes.IRETURN);
  }
}
