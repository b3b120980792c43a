package dev.concur.model;

import static java.util.Collections.unmodifiableSet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What we say of one method.
 *
 * @param at the method's first line
 * @param bound what limits it
 * @param kinds what it waits for or computes, strongest first
 * @param blocking whether the calling thread may wait
 * @param async whether it starts work elsewhere and returns
 * @param cost per call; empty when unknown
 * @param confidence how sure we are of the bound
 * @param evidence the calls from this method to the deciding leaf
 * @param missing classes or jars that would have been needed to know more
 */
public record Label(
    Spot at,
    Bound bound,
    Set<Kind> kinds,
    boolean blocking,
    boolean async,
    Optional<Cost> cost,
    Confidence confidence,
    List<Spot> evidence,
    List<String> missing) {
  public Label {
    kinds = kinds.size() < 2 ? Set.copyOf(kinds) : unmodifiableSet(new LinkedHashSet<>(kinds));
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }

  /** The method that is labelled. */
  public MethodRef method() {
    return at.methodRef();
  }
}
