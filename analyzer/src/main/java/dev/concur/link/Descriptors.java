package dev.concur.link;

/** Reads JVM descriptors. */
final class Descriptors {

  private Descriptors() {}

  /**
   * Binary name of the n-th parameter type, empty when it is a primitive, an array or not there.
   */
  static String parameterType(String descriptor, int index) {
    int at = 1;
    for (int i = 0; at < descriptor.length() && descriptor.charAt(at) != ')'; i++) {
      int end = end(descriptor, at);
      if (i == index) {
        return className(descriptor.substring(at, end));
      }
      at = end;
    }
    return "";
  }

  /** How many parameters a method descriptor has. */
  static int parameters(String descriptor) {
    int count = 0;
    for (int at = 1; at < descriptor.length() && descriptor.charAt(at) != ')'; count++) {
      at = end(descriptor, at);
    }
    return count;
  }

  /** Binary name of a class descriptor; empty for primitives and arrays. */
  static String className(String type) {
    return type.startsWith("L") ? type.substring(1, type.length() - 1).replace('/', '.') : "";
  }

  private static int end(String descriptor, int from) {
    int at = from;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
  }
}
