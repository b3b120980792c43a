package dev.concur.verify;

import java.util.Locale;

/** Speedups as people read them. */
final class Ratio {

  private Ratio() {}

  /** Such as {@code 1.93x}, {@code 15.8x} or {@code 195x}. */
  static String text(double ratio) {
    String format = ratio < 9.995 ? "%.2fx" : ratio < 99.95 ? "%.1fx" : "%.0fx";
    return String.format(Locale.ROOT, format, ratio);
  }
}
