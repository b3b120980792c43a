package dev.concur.samples.tinyparallelstream;

import java.util.List;
import java.util.stream.IntStream;

/** Right: small sums on the spot. */
public final class PlainWeekTotal {

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /** Sum of a week's takings, in cents. */
  public long total(long[] takings) { // label: light
    return IntStream.range(0, 7).mapToLong(day -> takings[day]).sum();
  }

  /** The heading of the report. */
  public List<String> heading() { // label: light
    return DAYS.stream().map(String::toUpperCase).toList();
  }
}
