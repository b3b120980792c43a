package com.kittiwake.freight.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

public final class BerthSchedule {
  public record Call(String vessel, String terminal, long from, long until, int moves) {}

  private BerthSchedule() {}

  /** As many calls as one berth can take. */
  public static List<Call> select(List<Call> calls) {
    List<Call> taken = new ArrayList<>();
    long free = Long.MIN_VALUE;
    for (Call c : calls.stream().sorted(Comparator.comparingLong(Call::until)).toList()) {
      if (c.from() >= free) {
        taken.add(c);
        free = c.until();
      }
    }
    return taken;
  }

  public static String ranking(List<Call> calls) {
    return calls.stream()
        .sorted(
            Comparator.comparing(Call::terminal)
                .thenComparing(Call::moves, Comparator.reverseOrder())
                .thenComparing(Call::vessel))
        .map(Call::vessel)
        .collect(Collectors.joining("\n"));
  }

  public static int peak(List<Call> calls) {
    TreeMap<Long, Integer> change = new TreeMap<>();
    for (Call c : calls) {
      change.merge(c.from(), 1, Integer::sum);
      change.merge(c.until(), -1, Integer::sum);
    }
    int now = 0;
    int peak = 0;
    for (int d : change.values()) {
      now += d;
      peak = Math.max(peak, now);
    }
    return peak;
  }

  public static boolean clash(Call a, Call b) {
    return a.terminal().equals(b.terminal()) && a.from() < b.until() && b.from() < a.until();
  }
}
