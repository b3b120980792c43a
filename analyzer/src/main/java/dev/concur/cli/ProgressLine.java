package dev.concur.cli;

import dev.concur.Progress;
import java.io.PrintWriter;

/** One line on a terminal that says what is going on and is gone afterwards. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long BETWEEN_NANOS = 80_000_000;
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final int width;
  private long shownAt = System.nanoTime() - BETWEEN_NANOS;
  private String shown = "";

  ProgressLine(PrintWriter err, int width) {
    this.err = err;
    this.width = width;
  }

  @Override
  public synchronized void at(String what, int done, int all) {
    boolean step = !shown.startsWith(what);
    if (!step && System.nanoTime() - shownAt < BETWEEN_NANOS) {
      return;
    }
    String line = all > 0 ? what + " " + done + " of " + all : what;
    shown = line.length() < width ? line : line.substring(0, width - 1);
    shownAt = System.nanoTime();
    err.print(BACK_AND_CLEAR + shown);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (!shown.isEmpty()) {
      err.print(BACK_AND_CLEAR);
      err.flush();
    }
  }
}
