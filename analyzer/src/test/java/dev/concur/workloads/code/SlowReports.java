package dev.concur.workloads.code;

import java.util.List;
import java.util.stream.Collectors;

/** Reports that take fifty milliseconds each, made one after the other. */
public final class SlowReports {

  public List<String> all(List<String> names) {
    return names.stream().map(SlowReports::report).collect(Collectors.toList());
  }

  public static String report(String name) {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(name, e);
    }
    return "report on " + name;
  }
}
