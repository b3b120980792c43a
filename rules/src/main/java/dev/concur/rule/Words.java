package dev.concur.rule;

import java.util.Locale;

/** Numbers in the words of a message. */
public final class Words {

  private Words() {}

  /** {@link String#format} with the same bytes on every machine. */
  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** A time with two digits and a unit that suits it: {@code 5.0 ms}. */
  public static String time(double nanos) {
    if (nanos < 1_000) {
      return format("%.0f ns", nanos);
    }
    if (nanos < 1_000_000) {
      return amount(nanos / 1_000, "us");
    }
    return nanos < 1_000_000_000
        ? amount(nanos / 1_000_000, "ms")
        : amount(nanos / 1_000_000_000, "s");
  }

  /**
   * A time that was worked out from guessed sizes: beyond a second only the order of magnitude of
   * the guesses shows, so none is said.
   */
  public static String guess(double nanos) {
    return nanos <= 1_000_000_000 ? time(nanos) : "more than 1 s";
  }

  /** A share as a percentage: {@code 87 %}. */
  public static String percent(double share) {
    return format("%.0f %%", 100 * share);
  }

  private static String amount(double value, String unit) {
    return format(value < 9.95 ? "%.1f %s" : "%.0f %s", value, unit);
  }
}
