package dev.concur.workloads;

import java.util.List;
import java.util.stream.Stream;

/** All workloads. */
final class Suite {

  private Suite() {}

  static List<Workload> all() {
    return Stream.of(FirstHalf.all(), SecondHalf.all(), MoreWorkloads.all())
        .flatMap(List::stream)
        .toList();
  }

  static Workload named(String name) {
    return all().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload " + name));
  }
}
