package org.sandpiper.lab.domain;

public sealed interface Verdict {
  Normal NORMAL = new Normal();

  record Normal() implements Verdict {}

  record Outside(int side, double distance) implements Verdict {}

  record Critical(double value, double limit) implements Verdict {}

  static String flag(Verdict v) {
    if (v instanceof Critical c) return c.value() >= c.limit() && c.limit() > 0 ? "HH" : "LL";
    if (v instanceof Outside o) return o.side() > 0 ? "H" : "L";
    return "";
  }

  default boolean mustCall() {
    return this instanceof Critical;
  }
}
