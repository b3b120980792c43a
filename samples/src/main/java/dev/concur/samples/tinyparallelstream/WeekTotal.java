package dev.concur.samples.tinyparallelstream;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums of the week. Wrong: seven additions, and a pool to make them.
 *
 * <p>Best: sequential, as it would be without the one word.
 */
public final class WeekTotal {

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /** Sum of a week's takings, in cents. */
  public long total(long[] takings) { // label: light
    // expect: tiny-parallel-stream [sequential]
    return IntStream.range(0, 7).parallel().mapToLong(day -> takings[day]).sum();
  }

  /** The heading of the report. */
  public List<String> heading() { // label: light
    // expect: tiny-parallel-stream [sequential]
    return DAYS.parallelStream().map(String::toUpperCase).toList();
  }
}
