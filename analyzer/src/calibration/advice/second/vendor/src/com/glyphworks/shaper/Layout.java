package com.glyphworks.shaper;

import java.io.Serializable;

/** The lines of a paragraph. */
public final class Layout implements Serializable {
  private final int[] breaks;
  private final double badness;

  Layout(int[] breaks, double badness) {
    this.breaks = breaks;
    this.badness = badness;
  }

  public int lines() {
    return breaks.length;
  }

  public double badness() {
    return badness;
  }
}
