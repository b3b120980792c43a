package dev.concur.rule;

import dev.concur.model.Interval;
import java.util.Locale;

/** Numbers in the words of a message. */
public final class Words {

  /**
   * The best guess of one wait is at most fifty times its least (catalogue: what must reach the
   * disk; a network five times). What lies further apart was multiplied by a guess of how often it
   * is repeated.
   */
  private static final double ONE_CALL = 60;

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

  /** Whether a time rests on a guess of how often something is repeated. */
  public static boolean guessed(Interval nanos) {
    return nanos.middle() > ONE_CALL * nanos.low();
  }

  /** A time, and that it is a guess where nothing shows how often it comes. */
  public static String estimate(Interval nanos) {
    return guessed(nanos)
        ? format("%s (a guess: at least %s)", guess(nanos.middle()), time(nanos.low()))
        : time(nanos.middle());
  }

  /** A share as a percentage: {@code 87 %}. */
  public static String percent(double share) {
    return format("%.0f %%", 100 * share);
  }

  private static String amount(double value, String unit) {
    return format(value < 9.95 ? "%.1f %s" : "%.0f %s", value, unit);
  }
}
