package dev.concur.workloads.code;

import java.text.SimpleDateFormat;
import java.util.Date;

/** One date format for all, which bears only one user at a time. */
public final class OneFormat {

  private static final SimpleDateFormat FORMAT = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss");

  private OneFormat() {}

  public static String[] page(long first) {
    String[] lines = new String[200];
    synchronized (FORMAT) {
      for (int line = 0; line < lines.length; line++) {
        lines[line] = FORMAT.format(new Date(first + line * 1_000L));
      }
    }
    return lines;
  }
}
