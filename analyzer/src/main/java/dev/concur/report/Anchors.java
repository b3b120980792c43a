package dev.concur.report;

import java.util.HashMap;
import java.util.Map;

/** Where on the page a lock is. */
record Anchors(Map<String, String> byLock) {

  static Anchors of(Report report) {
    Map<String, String> byLock = new HashMap<>();
    for (int i = 0; i < report.locks().size(); i++) {
      byLock.putIfAbsent(report.locks().get(i).lock().id(), "lock-" + (i + 1));
    }
    return new Anchors(byLock);
  }

  boolean knows(String lock) {
    return byLock.containsKey(lock);
  }

  String of(String lock) {
    return byLock.getOrDefault(lock, "locks");
  }
}
