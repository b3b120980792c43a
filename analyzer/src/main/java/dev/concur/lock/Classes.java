package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import java.util.List;
import java.util.regex.Pattern;

/** Small questions about names and classes. */
final class Classes {

  private static final Pattern PARAMETER = Pattern.compile("\\[*(?:[BCDFIJSZ]|L[^;]+;)");

  private static final int PUBLIC = 0x0001;
  private static final int STATIC = 0x0008;
  private static final int VOLATILE = 0x0040;
  private static final int FINAL = 0x0010;

  private Classes() {}

  /** The top-level class around a class. */
  static String outermost(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  static boolean sameFile(String one, String other) {
    return outermost(one).equals(outermost(other));
  }

  /** Whether two classes are one component: written in one file, or one inherits the other. */
  static boolean together(Linked linked, String one, String other) {
    return sameFile(one, other) || linked.subtype(one, other) || linked.subtype(other, one);
  }

  /**
   * Binary name out of a descriptor such as {@code Ljava/util/Map;}; the descriptor itself for
   * primitives and arrays.
   */
  static String named(String descriptor) {
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
        : descriptor;
  }

  /** The types of the parameters in a descriptor of a method, named as above. */
  static List<String> parameters(String descriptor) {
    return PARAMETER
        .matcher(descriptor.substring(1, descriptor.indexOf(')')))
        .results()
        .map(type -> named(type.group()))
        .toList();
  }

  /** The name without its package. */
  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  static boolean isStatic(FieldFacts field) {
    return (field.access() & STATIC) != 0;
  }

  static boolean isPublic(FieldFacts field) {
    return (field.access() & PUBLIC) != 0;
  }

  static boolean isVolatile(FieldFacts field) {
    return (field.access() & VOLATILE) != 0;
  }

  static boolean isFinal(FieldFacts field) {
    return (field.access() & FINAL) != 0;
  }

  static List<FieldFacts> instanceFields(ClassFacts facts) {
    return facts.fields().stream().filter(field -> !isStatic(field)).toList();
  }
}
