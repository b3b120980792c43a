package com.kittiwake.freight.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/** The cheapest way through the network of hubs. */
public final class RoutePlanner {
  private record Link(int to, double hours, double cost) {}

  private record Reached(int hub, double cost) {}

  private final List<List<Link>> links = new ArrayList<>();

  public RoutePlanner(int hubs) {
    for (int i = 0; i < hubs; i++) {
      links.add(new ArrayList<>());
    }
  }

  public void link(int from, int to, double hours, double cost) {
    links.get(from).add(new Link(to, hours, cost));
    links.get(to).add(new Link(from, hours, cost));
  }

  public List<Integer> route(int from, int to) {
    double[] best = new double[links.size()];
    int[] via = new int[links.size()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[from] = 0;
    PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> Double.compare(a.cost, b.cost));
    open.add(new Reached(from, 0));
    while (!open.isEmpty()) {
      Reached r = open.poll();
      if (r.hub == to) {
        break;
      }
      if (r.cost > best[r.hub]) {
        continue;
      }
      for (Link link : links.get(r.hub)) {
        double cost = r.cost + link.cost;
        if (cost < best[link.to]) {
          best[link.to] = cost;
          via[link.to] = r.hub;
          open.add(new Reached(link.to, cost));
        }
      }
    }
    ArrayDeque<Integer> path = new ArrayDeque<>();
    for (int hub = to; hub != from; hub = via[hub]) {
      path.addFirst(hub);
    }
    path.addFirst(from);
    return List.copyOf(path);
  }

  public int reachableWithin(int from, int legs) {
    BitSet seen = new BitSet();
    seen.set(from);
    List<Integer> edge = List.of(from);
    for (int i = 0; i < legs; i++) {
      List<Integer> next = new ArrayList<>();
      for (int hub : edge) {
        for (Link link : links.get(hub)) {
          if (!seen.get(link.to)) {
            seen.set(link.to);
            next.add(link.to);
          }
        }
      }
      edge = next;
    }
    return seen.cardinality();
  }

  /** All pairs, for the yearly tender. */
  public double[][] distances() {
    int n = links.size();
    double[][] d = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(d[i], 1e12);
      d[i][i] = 0;
      for (Link link : links.get(i)) {
        d[i][link.to] = Math.min(d[i][link.to], link.hours);
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    return d;
  }
}
