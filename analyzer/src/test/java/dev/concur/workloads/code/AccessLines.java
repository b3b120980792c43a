package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes lines of a log apart. */
public final class AccessLines {

  public static final int LINES = 5_000;

  private static final Pattern LINE =
      Pattern.compile("^(\\S+) (\\S+) \\[([^\\]]+)\\] \"(\\w+) ([^\"]*)\" (\\d{3}) (\\d+)$");

  public static void main(String[] args) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(line(i));
    }
    System.out.println(bytes(lines));
  }

  public static String line(int number) {
    return "10.0.0." + number + " anna [12/May/2026] \"GET /page/" + number + "\" 200 " + number;
  }

  public static long bytes(List<String> lines) {
    long sum = 0;
    for (String line : lines) {
      sum += size(line);
    }
    return sum;
  }

  public static long size(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? Long.parseLong(matcher.group(7)) : 0;
  }
}
