package dev.concur.report;

import dev.concur.advise.Measurement;
import dev.concur.advise.Prediction;
import java.util.Locale;

/** Numbers and names as a person reads them. Nothing here prints an infinity or a NaN. */
final class Words {

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final double MINUTE = 60e9;
  private static final String UNKNOWN = "unknown";

  private Words() {}

  /** {@code VIRTUAL_THREADS} as {@code virtual-threads}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code 1234567} as {@code 1,234,567}. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 lock}, {@code 2 locks}. */
  static String count(long n, String singular) {
    return count(n) + " " + (n == 1 ? singular : plural(singular));
  }

  private static String plural(String singular) {
    return singular.endsWith("s") ? singular + "es" : singular + "s";
  }

  /** A duration in the unit that leaves one to three digits before the point. */
  static String duration(double nanos) {
    if (!Double.isFinite(nanos)) {
      return UNKNOWN;
    }
    if (nanos < MICRO) {
      return figure(nanos) + " ns";
    }
    if (nanos < MILLI) {
      return figure(nanos / MICRO) + " us";
    }
    if (nanos < SECOND) {
      return figure(nanos / MILLI) + " ms";
    }
    return nanos < 2 * MINUTE ? figure(nanos / SECOND) + " s" : figure(nanos / MINUTE) + " min";
  }

  /** Two digits below ten, whole numbers above. */
  private static String figure(double value) {
    boolean whole = value == 0 || value >= 9.95;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", value);
  }

  /** A share 0..1 in percent. */
  static String share(double share) {
    if (!Double.isFinite(share)) {
      return UNKNOWN;
    }
    double percent = 100 * share;
    return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.1f" : "%.0f", percent) + "%";
  }

  /** {@code 1.9x}; {@code unlimited} for an infinity. */
  static String factor(double speedup) {
    if (Double.isNaN(speedup)) {
      return UNKNOWN;
    }
    if (Double.isInfinite(speedup)) {
      return "unlimited";
    }
    String format = speedup >= 99.5 ? "%,.0fx" : speedup < 0.095 ? "%.2fx" : "%.1fx";
    return String.format(Locale.ROOT, speedup > 0.095 && speedup < 2 ? "%.2fx" : format, speedup);
  }

  /** {@code 1.9x (1.7 to 2.1)}. */
  static String factor(double speedup, double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return factor(speedup);
    }
    return factor(speedup) + " (" + bare(low) + " to " + bare(high) + ")";
  }

  private static String bare(double speedup) {
    String text = factor(speedup);
    return text.substring(0, text.length() - 1);
  }

  static String factor(Prediction predicted) {
    return factor(predicted.speedup(), predicted.low(), predicted.high());
  }

  static String factor(Measurement measured) {
    return factor(measured.speedup(), measured.low(), measured.high());
  }

  /** Bytes in binary units. */
  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return figure(value) + " " + units[unit];
  }

  /** The text on one line, with control characters (which could drive a terminal) made visible. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        plain.append(' ');
      } else {
        plain.append(harmless(c) ? c : '\uFFFD');
      }
    }
    return plain.toString();
  }

  /** Neither control character nor one that turns the writing direction around (Trojan Source). */
  static boolean harmless(char c) {
    return !Character.isISOControl(c)
        && !(c >= '\u202A' && c <= '\u202E')
        && !(c >= '\u2066' && c <= '\u2069');
  }
}
