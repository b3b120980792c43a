package dev.concur.catalogue;

import java.util.Map;

/** Parameter types in source form turned into the JVM's form. */
final class Descriptors {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float",
          "F", "double", "D");

  private Descriptors() {}

  /** {@code (byte[],int)} to {@code ([BI)}; a name without a dot is of {@code java.lang}. */
  static String parameters(String text) throws BadLine {
    if (!text.endsWith(")")) {
      throw new BadLine("a closing parenthesis after the parameter types");
    }
    String inside = text.substring(1, text.length() - 1).trim();
    StringBuilder descriptor = new StringBuilder("(");
    if (!inside.isEmpty()) {
      for (String type : inside.split(",", -1)) {
        descriptor.append(descriptor(type.trim()));
      }
    }
    return descriptor.append(')').toString();
  }

  private static String descriptor(String type) throws BadLine {
    if (type.endsWith("...")) {
      return "[" + descriptor(type.substring(0, type.length() - 3));
    }
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2));
    }
    if (!Names.isType(type)) {
      throw new BadLine("a parameter type such as int, byte[] or java.io.File, not '" + type + "'");
    }
    String primitive = PRIMITIVES.get(type);
    if (primitive != null) {
      return primitive;
    }
    String name = type.indexOf('.') < 0 ? "java.lang." + type : type;
    return "L" + name.replace('.', '/') + ";";
  }
}
