package dev.concur;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type them. */
public final class TimeSpan {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|min|h)?");

  private TimeSpan() {}

  /** Reads {@code 60s}, {@code 2m}, {@code 1h}, {@code 500ms}, or seconds without a unit. */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UsageError("'" + text + "' is no length of time; write 60s, 2m or 1h");
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    return switch (unit == null ? "s" : unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "m", "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofSeconds(amount);
    };
  }
}
