package com.harbor.tracking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The graph of waypoints. */
public class SeaRoutes {

  public record Leg(String to, double miles) {}

  private record Step(String at, double miles) {}

  private final Map<String, List<Leg>> legs = new HashMap<>();

  public void connect(String from, String to, double miles) {
    legs.computeIfAbsent(from, key -> new ArrayList<>()).add(new Leg(to, miles));
    legs.computeIfAbsent(to, key -> new ArrayList<>()).add(new Leg(from, miles));
  }

  public List<Leg> from(String waypoint) {
    return legs.getOrDefault(waypoint, List.of());
  }

  /** Dijkstra's way. */
  public List<String> shortest(String from, String to) {
    Map<String, Double> best = new HashMap<>();
    Map<String, String> before = new HashMap<>();
    PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::miles));
    open.add(new Step(from, 0));
    best.put(from, 0.0);
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (step.at().equals(to)) {
        break;
      }
      if (step.miles() > best.get(step.at())) {
        continue;
      }
      for (Leg leg : from(step.at())) {
        double miles = step.miles() + leg.miles();
        if (miles < best.getOrDefault(leg.to(), Double.MAX_VALUE)) {
          best.put(leg.to(), miles);
          before.put(leg.to(), step.at());
          open.add(new Step(leg.to(), miles));
        }
      }
    }
    List<String> path = new ArrayList<>();
    for (String at = to; at != null; at = before.get(at)) {
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }

  public Set<String> reachable(String from) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty()) {
      String at = open.pop();
      if (seen.add(at)) {
        for (Leg leg : from(at)) {
          open.push(leg.to());
        }
      }
    }
    return seen;
  }

  /** Floyd and Warshall over a dense table. */
  public static double[][] allPairs(double[][] miles) {
    int n = miles.length;
    double[][] best = new double[n][];
    for (int i = 0; i < n; i++) {
      best[i] = Arrays.copyOf(miles[i], n);
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          best[i][j] = Math.min(best[i][j], best[i][k] + best[k][j]);
        }
      }
    }
    return best;
  }
}
