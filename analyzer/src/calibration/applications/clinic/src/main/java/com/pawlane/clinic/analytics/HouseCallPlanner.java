package com.pawlane.clinic.analytics;

import com.pawlane.clinic.model.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shortest round of house calls: nearest neighbour, then 2-opt. */
public final class HouseCallPlanner {

  public List<Visit> plan(List<Visit> visits) {
    List<Visit> route = nearestNeighbour(visits);
    boolean better = true;
    while (better) {
      better = false;
      for (int i = 0; i < route.size() - 2; i++) {
        for (int j = i + 2; j < route.size() - 1; j++) {
          double now =
              kilometres(route.get(i), route.get(i + 1))
                  + kilometres(route.get(j), route.get(j + 1));
          double then =
              kilometres(route.get(i), route.get(j))
                  + kilometres(route.get(i + 1), route.get(j + 1));
          if (then + 1e-9 < now) {
            Collections.reverse(route.subList(i + 1, j + 1));
            better = true;
          }
        }
      }
    }
    return route;
  }

  private List<Visit> nearestNeighbour(List<Visit> visits) {
    List<Visit> left = new ArrayList<>(visits);
    List<Visit> route = new ArrayList<>();
    Visit at = left.remove(0);
    route.add(at);
    while (!left.isEmpty()) {
      Visit from = at;
      at =
          Collections.min(left, (a, b) -> Double.compare(kilometres(from, a), kilometres(from, b)));
      left.remove(at);
      route.add(at);
    }
    return route;
  }

  static double kilometres(Visit a, Visit b) {
    double lat1 = Math.toRadians(a.latitude());
    double lat2 = Math.toRadians(b.latitude());
    double dLat = lat2 - lat1;
    double dLon = Math.toRadians(b.longitude() - a.longitude());
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * 6371 * Math.asin(Math.sqrt(h));
  }
}
