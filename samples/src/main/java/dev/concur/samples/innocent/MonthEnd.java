package dev.concur.samples.innocent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program with one thread: its lock is held while reading, and nobody else is there to wait. */
public final class MonthEnd {

  private long total;

  private MonthEnd() {}

  /** Adds up the files that are named. */
  public static void main(String[] files) throws IOException { // label: io disk
    MonthEnd monthEnd = new MonthEnd();
    for (String file : files) {
      monthEnd.add(Path.of(file));
    }
    System.out.println(monthEnd.total);
  }

  private synchronized void add(Path file) throws IOException { // label: io disk
    for (String line : Files.readAllLines(file)) {
      total += Long.parseLong(line);
    }
  }
}
