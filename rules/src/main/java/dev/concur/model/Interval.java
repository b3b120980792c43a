package dev.concur.model;

/**
 * An estimate with its bounds: nanoseconds per call unless a field says otherwise.
 *
 * @param low lower bound, 0 or more
 * @param middle best guess
 * @param high upper bound
 */
public record Interval(double low, double middle, double high) {

  /** Nothing at all. */
  public static final Interval ZERO = new Interval(0, 0, 0);

  public Interval {
    if (!(0 <= low && low <= middle && middle <= high)) {
      throw new IllegalArgumentException("not ordered: " + low + ", " + middle + ", " + high);
    }
  }

  /** A value known exactly. */
  public static Interval of(double value) {
    return new Interval(value, value, value);
  }

  /** A value known up to a factor: {@code middle / factor} to {@code middle * factor}. */
  public static Interval within(double middle, double factor) {
    return new Interval(middle / factor, middle, middle * factor);
  }

  /** The sum. */
  public Interval plus(Interval other) {
    return new Interval(low + other.low, middle + other.middle, high + other.high);
  }

  /** What is left without a part of it, bound by bound; never less than nothing. */
  public Interval minus(Interval part) {
    double least = Math.max(0, low - part.low);
    double most = Math.max(least, Math.max(0, high - part.high));
    return new Interval(least, Math.min(most, Math.max(least, middle - part.middle)), most);
  }

  /** This many times. */
  public Interval times(double factor) {
    return new Interval(low * factor, middle * factor, high * factor);
  }

  /** The product with another estimate, as for a cost and a number of repetitions. */
  public Interval times(Interval factor) {
    return new Interval(low * factor.low, middle * factor.middle, high * factor.high);
  }

  /** The larger, bound by bound. */
  public Interval max(Interval other) {
    return new Interval(
        Math.max(low, other.low), Math.max(middle, other.middle), Math.max(high, other.high));
  }

  /** Whether nothing is left even at the upper bound. */
  public boolean isZero() {
    return high == 0;
  }
}
