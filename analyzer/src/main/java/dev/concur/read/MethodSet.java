package dev.concur.read;

import java.util.BitSet;

/** Methods of a program, a bit each. One thread at a time. */
public final class MethodSet {

  private final BitSet numbers = new BitSet();

  /** Adds a method; false when it is in already. */
  public boolean add(MethodFacts method) {
    boolean there = has(method);
    numbers.set(method.number());
    return !there;
  }

  /** Takes a method out. */
  public void remove(MethodFacts method) {
    numbers.clear(method.number());
  }

  /** Whether a method is in. */
  public boolean has(MethodFacts method) {
    return numbers.get(method.number());
  }
}
