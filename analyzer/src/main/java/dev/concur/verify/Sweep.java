package dev.concur.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The same duel with waits of other lengths, since the length of a wait is an assumption. It can
 * only take a verdict back, never make one.
 *
 * @param points by rising wait
 */
record Sweep(List<Point> points) {
  Sweep {
    points = List.copyOf(points);
  }

  /**
   * One length of wait.
   *
   * @param waitNanos ns a task waits
   * @param tasks tasks in a batch, which bound what can be gained: long waits leave time for few
   * @param baselineRate tasks a second
   * @param advisedRate tasks a second
   */
  record Point(double waitNanos, int tasks, double baselineRate, double advisedRate) {
    double ratio() {
      return advisedRate / baselineRate;
    }
  }

  /** Whether the gain is there at every length. */
  boolean holds() {
    return points.stream().allMatch(point -> Math.log(point.ratio()) > Standing.SAME);
  }

  /**
   * The wait at which both arms are equally fast, ns: the crossing of two straight lines through
   * the time per task; empty when the advised way is ahead even without any wait.
   */
  OptionalDouble breakEven() {
    Line baseline = Line.through(points, point -> 1e9 / point.baselineRate());
    Line advised = Line.through(points, point -> 1e9 / point.advisedRate());
    double crossing = (advised.base - baseline.base) / (baseline.slope - advised.slope);
    return crossing > 0 && Double.isFinite(crossing)
        ? OptionalDouble.of(crossing)
        : OptionalDouble.empty();
  }

  /** Such as {@code 4.1x at 500 us, 15x at 5 ms, 3.9x at 50 ms (batches of 4)}. */
  String inWords() {
    int most = points.stream().mapToInt(Point::tasks).max().orElse(0);
    List<String> each = new ArrayList<>();
    for (Point point : points) {
      each.add(
          String.format(
              Locale.ROOT,
              "%s at %s%s",
              Ratio.text(point.ratio()),
              Nanos.text(point.waitNanos),
              point.tasks < most ? " (batches of " + point.tasks + ")" : ""));
    }
    String equal =
        breakEven().isPresent()
            ? "; break-even at " + Nanos.text(breakEven().getAsDouble())
            : "; no break-even within what was swept";
    return each.stream().collect(Collectors.joining(", ")) + equal;
  }

  /** A straight line fitted by least squares of relative errors, so that short waits count too. */
  private record Line(double base, double slope) {

    interface Value {
      double of(Point point);
    }

    static Line through(List<Point> points, Value value) {
      double weights = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double xy = 0;
      for (Point point : points) {
        double time = value.of(point);
        double weight = 1 / (time * time);
        weights += weight;
        x += weight * point.waitNanos;
        y += weight * time;
        xx += weight * point.waitNanos * point.waitNanos;
        xy += weight * point.waitNanos * time;
      }
      double slope = (weights * xy - x * y) / (weights * xx - x * x);
      return new Line((y - slope * x) / weights, slope);
    }
  }
}
