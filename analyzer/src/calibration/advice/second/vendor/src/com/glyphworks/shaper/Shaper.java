package com.glyphworks.shaper;

/** Breaks paragraphs into lines. */
public final class Shaper {
  private final int width;

  public Shaper(int width) {
    this.width = width;
  }

  public Layout shape(String paragraph) {
    return Engine.layout(paragraph, width);
  }
}
