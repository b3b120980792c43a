package dev.concur.catalogue;

import java.util.Set;

/**
 * How an object is used again and again that bears one thread at a time, such as a message digest:
 * with which calls a use begins or ends, so that nothing is left of the one before.
 *
 * @param data whether it holds data that others may look for after a use, such as a buffer; else it
 *     is a mere tool
 * @param begins names of methods after which nothing is left of earlier uses
 * @param ends names of methods that give the result and leave nothing behind
 * @param each names of methods that are a whole use each
 */
public record Reusable(boolean data, Set<String> begins, Set<String> ends, Set<String> each) {
  public Reusable {
    begins = Set.copyOf(begins);
    ends = Set.copyOf(ends);
    each = Set.copyOf(each);
  }

  /** Whether a call of a method with so many parameters begins a use. */
  public boolean begins(String method, int parameters) {
    return has(begins, method, parameters);
  }

  /** Whether a call of a method with so many parameters ends a use. */
  public boolean ends(String method, int parameters) {
    return has(ends, method, parameters);
  }

  /** Whether a call of a method with so many parameters is a whole use. */
  public boolean each(String method, int parameters) {
    return has(each, method, parameters);
  }

  private static boolean has(Set<String> names, String method, int parameters) {
    return names.contains(method) || names.contains(method + "/" + parameters);
  }
}
