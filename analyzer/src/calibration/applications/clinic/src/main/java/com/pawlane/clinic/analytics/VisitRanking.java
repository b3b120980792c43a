package com.pawlane.clinic.analytics;

import com.pawlane.clinic.model.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

public final class VisitRanking {
  private static final Comparator<Visit> ORDER =
      Comparator.comparingInt(Visit::urgency)
          .reversed()
          .thenComparing(Visit::day)
          .thenComparing(Visit::note);

  public List<Visit> rank(List<Visit> visits) {
    List<Visit> copy = new ArrayList<>(visits);
    copy.sort(ORDER);
    return copy;
  }

  public List<Visit> mostUrgent(Iterable<Visit> visits, int count) {
    PriorityQueue<Visit> top = new PriorityQueue<>(ORDER.reversed());
    for (Visit visit : visits) {
      top.add(visit);
      if (top.size() > count) {
        top.poll();
      }
    }
    return top.stream().sorted(ORDER).toList();
  }
}
