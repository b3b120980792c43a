package dev.concur.read;

import dev.concur.model.MethodRef;

/**
 * Names that many classes use, each text in memory once: a third of the memory that facts take was
 * copies of names.
 */
final class Once {

  private Once() {}

  static String text(String text) {
    return text.intern();
  }

  /** {@code a.b.C} of {@code a/b/C}. */
  static String binary(String internal) {
    return internal.replace('/', '.').intern();
  }

  static MethodRef method(String owner, String name, String descriptor) {
    return new MethodRef(binary(owner), text(name), text(descriptor));
  }

  static FieldRef field(String owner, String name, String descriptor) {
    return new FieldRef(binary(owner), text(name), text(descriptor));
  }
}
