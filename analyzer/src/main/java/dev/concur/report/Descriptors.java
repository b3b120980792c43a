package dev.concur.report;

import java.util.ArrayList;
import java.util.List;

/** JVM descriptors as a reader of Java writes them. */
final class Descriptors {

  private Descriptors() {}

  /**
   * {@code (ILjava/lang/String;)V} as {@code (int, String)}; empty for what is no method
   * descriptor.
   */
  static String arguments(String descriptor) {
    int end = descriptor.lastIndexOf(')');
    if (!descriptor.startsWith("(") || end < 0) {
      return "";
    }
    List<String> types = new ArrayList<>();
    int at = 1;
    while (at < end) {
      int start = at;
      while (at < end && descriptor.charAt(at) == '[') {
        at++;
      }
      String array = "[]".repeat(at - start);
      if (at < end && descriptor.charAt(at) == 'L') {
        int semicolon = descriptor.indexOf(';', at);
        int stop = semicolon < 0 ? end : semicolon;
        types.add(simple(descriptor.substring(at + 1, stop)) + array);
        at = stop + 1;
      } else if (at < end) {
        types.add(primitive(descriptor.charAt(at)) + array);
        at++;
      }
    }
    return "(" + String.join(", ", types) + ")";
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  private static String primitive(char code) {
    return switch (code) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> String.valueOf(code);
    };
  }
}
