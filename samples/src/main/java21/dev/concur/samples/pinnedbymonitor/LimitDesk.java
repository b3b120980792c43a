package dev.concur.samples.pinnedbymonitor;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for limits on virtual threads, each through a line of its own. Wrong from 21 to 23: the
 * monitor of the line pins the carrier, so no more questions are asked at a time than there are
 * cores. From 24 on nothing is wrong.
 */
public final class LimitDesk {

  private final CreditBureau bureau;

  public LimitDesk(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Limits of all customers, in their order. */
  // label: io
  public List<Long> limits(List<String> customers) throws InterruptedException, ExecutionException {
    List<Future<Long>> asked = new ArrayList<>();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String customer : customers) {
        Line line = new Line(bureau);
        asked.add(virtual.submit(() -> line.limitOf(customer)));
      }
    }
    List<Long> limits = new ArrayList<>();
    for (Future<Long> limit : asked) {
      limits.add(limit.get());
    }
    return limits;
  }

  private static final class Line {

    private final CreditBureau bureau;
    private String last = "";

    Line(CreditBureau bureau) {
      this.bureau = bureau;
    }

    // expect: pinned-by-monitor on 21-23
    synchronized long limitOf(String customer) throws IOException {
      // noise: gil-io on 25- (the object is not shared as it is taken to be)
      last = customer;
      return bureau.limitOf(last);
    }
  }
}
