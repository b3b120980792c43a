package org.sandpiper.lab.domain;

/** Reference interval of an analyte with its panic limits. */
public record Range(
    String analyte, String unit, double low, double high, double panicLow, double panicHigh) {
  public Verdict judge(double value) {
    if (value <= panicLow || value >= panicHigh)
      return new Verdict.Critical(value, value <= panicLow ? panicLow : panicHigh);
    if (value < low) return new Verdict.Outside(-1, (low - value) / (high - low));
    if (value > high) return new Verdict.Outside(1, (value - high) / (high - low));
    return Verdict.NORMAL;
  }

  public String text() {
    return low + " - " + high + " " + unit;
  }
}
