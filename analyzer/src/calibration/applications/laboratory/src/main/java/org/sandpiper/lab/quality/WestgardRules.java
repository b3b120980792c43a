package org.sandpiper.lab.quality;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

public final class WestgardRules {
  public enum Rule {
    R12S((s, i) -> Math.abs(s.z(i)) > 2),
    R13S((s, i) -> Math.abs(s.z(i)) > 3),
    R22S((s, i) -> run(s, i, 2, 2)),
    RR4S((s, i) -> i > 0 && Math.abs(s.z(i) - s.z(i - 1)) > 4),
    R41S((s, i) -> run(s, i, 4, 1)),
    R10X((s, i) -> run(s, i, 10, 0));

    private final BiPredicate<ControlSeries, Integer> broken;

    Rule(BiPredicate<ControlSeries, Integer> broken) {
      this.broken = broken;
    }
  }

  private final Set<Rule> rules;

  public WestgardRules(Set<Rule> rules) {
    this.rules = EnumSet.copyOf(rules);
  }

  static boolean run(ControlSeries s, int i, int n, double beyond) {
    if (i + 1 < n) return false;
    boolean up = true, down = true;
    for (int k = i - n + 1; k <= i; k++) {
      up &= s.z(k) > beyond;
      down &= s.z(k) < -beyond;
    }
    return up || down;
  }

  /** Rules that the last value breaks. */
  public Set<Rule> check(ControlSeries s) {
    return at(s, s.values().length - 1);
  }

  private Set<Rule> at(ControlSeries s, int i) {
    Set<Rule> out = EnumSet.noneOf(Rule.class);
    for (Rule r : rules) if (r.broken.test(s, i)) out.add(r);
    return out;
  }

  /** How often each value of the history would have raised an alarm. */
  public int[] review(ControlSeries s) {
    int[] counts = new int[Rule.values().length];
    for (int i = 0; i < s.values().length; i++) for (Rule r : at(s, i)) counts[r.ordinal()]++;
    return counts;
  }
}
