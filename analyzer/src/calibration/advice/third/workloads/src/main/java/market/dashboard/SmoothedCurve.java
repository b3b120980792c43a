package market.dashboard;

/** A value for each minute of the day, smoothed as it comes in. */
class SmoothedCurve {
  private static final int WIDTH = 90;
  private static final int MINUTES = 1440;
  private final double[] values = new double[MINUTES];
  private final double[] kernel = new double[2 * WIDTH + 1];

  SmoothedCurve() {
    for (int i = -WIDTH; i <= WIDTH; i++) {
      kernel[i + WIDTH] = Math.exp(-i * i / 800.0);
    }
  }

  double add(int minute, double value) {
    double peak = 0;
    for (int i = -WIDTH; i <= WIDTH; i++) {
      int at = Math.floorMod(minute + i, MINUTES);
      values[at] += value * kernel[i + WIDTH];
      peak = Math.max(peak, Math.sqrt(values[at]));
    }
    return peak;
  }
}
