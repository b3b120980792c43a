package com.pawlane.clinic.analytics;

import java.util.HashMap;
import java.util.Map;

/** Kinship of breeding animals. */
public final class Pedigree {
  private record Parents(int sire, int dam) {}

  private final Map<Integer, Parents> parents = new HashMap<>();

  public void add(int animal, int sire, int dam) {
    parents.put(animal, new Parents(sire, dam));
  }

  /** Inbreeding of the animal: the kinship of its parents. */
  public double inbreeding(int animal) {
    Parents p = parents.get(animal);
    return p == null ? 0 : kinship(p.sire(), p.dam());
  }

  private double kinship(int a, int b) {
    if (a == b) {
      return 0.5 * (1 + inbreeding(a));
    }
    int young = Math.max(a, b);
    int old = Math.min(a, b);
    Parents p = parents.get(young);
    return p == null ? 0 : 0.5 * (kinship(p.sire(), old) + kinship(p.dam(), old));
  }
}
