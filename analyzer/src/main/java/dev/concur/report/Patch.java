package dev.concur.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of one source file that follows an advice.
 *
 * @param path the file, from the root of the repository
 * @param text the file as it is
 * @param replacements what changes, in order of the text, none touching another
 */
public record Patch(String path, String text, List<Replacement> replacements) {

  private static final int CONTEXT = 3;

  public Patch {
    replacements =
        replacements.stream()
            .sorted(
                Comparator.comparingInt(Replacement::line).thenComparingInt(Replacement::column))
            .toList();
  }

  /**
   * One replacement; lines and columns from 1, the end column is that behind the last character.
   */
  public record Replacement(int line, int column, int endLine, int endColumn, String text) {}

  /** The file as it would be. */
  public String after() {
    StringBuilder after = new StringBuilder(text);
    for (int i = replacements.size() - 1; i >= 0; i--) {
      Replacement each = replacements.get(i);
      after.replace(
          offset(each.line(), each.column()),
          offset(each.endLine(), each.endColumn()),
          each.text());
    }
    return after.toString();
  }

  private int offset(int line, int column) {
    int at = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      at = end + 1;
    }
    return Math.min(text.length(), at + column - 1);
  }

  /** The same as a unified diff, which {@code git apply} and {@code patch -p1} take. */
  public String diff() {
    StringBuilder diff = new StringBuilder();
    diff.append("--- a/").append(path).append("\n+++ b/").append(path).append('\n');
    List<String> old = lines(text);
    int shift = 0;
    for (List<Replacement> hunk : hunks()) {
      int first = hunk.get(0).line();
      int last = Math.min(old.size(), hunk.stream().mapToInt(Patch::lastLine).max().orElse(first));
      int from = Math.max(1, first - CONTEXT);
      int to = Math.min(old.size(), last + CONTEXT);
      List<String> gone = old.subList(first - 1, last);
      List<String> come = come(hunk, first, last, old);
      diff.append(
          "@@ -%d,%d +%d,%d @@\n"
              .formatted(
                  from, to - from + 1, from + shift, to - from + 1 + come.size() - gone.size()));
      append(diff, " ", old.subList(from - 1, first - 1));
      LineDiff.of(gone, come)
          .forEach(line -> append(diff, line.substring(0, 1), List.of(line.substring(1))));
      append(diff, " ", old.subList(last, to));
      shift += come.size() - gone.size();
    }
    return diff.toString();
  }

  /** Replacements whose lines with their context touch belong together. */
  private List<List<Replacement>> hunks() {
    List<List<Replacement>> hunks = new ArrayList<>();
    int end = Integer.MIN_VALUE / 2;
    for (Replacement each : replacements) {
      if (each.line() - end > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.get(hunks.size() - 1).add(each);
      end = Math.max(end, lastLine(each));
    }
    return hunks;
  }

  /** The last line that changes: one that is taken away whole ends where the next begins. */
  private static int lastLine(Replacement each) {
    boolean whole = each.column() == 1 && each.endColumn() == 1 && each.endLine() > each.line();
    return whole ? each.endLine() - 1 : each.endLine();
  }

  private List<String> come(List<Replacement> hunk, int first, int last, List<String> old) {
    String part = String.join("", old.subList(first - 1, last));
    List<Replacement> moved =
        hunk.stream()
            .map(
                each ->
                    new Replacement(
                        each.line() - first + 1,
                        each.column(),
                        each.endLine() - first + 1,
                        each.endColumn(),
                        each.text()))
            .toList();
    return lines(new Patch(path, part, moved).after());
  }

  /** Each with its line end. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  private static void append(StringBuilder diff, String mark, List<String> lines) {
    for (String line : lines) {
      diff.append(mark).append(line);
      if (!line.endsWith("\n")) {
        diff.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
