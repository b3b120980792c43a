package dev.concur.report;

import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patch as the page shows it: all its lines, each with what becomes of it, so that the text of
 * the whole is what {@code git apply} takes.
 */
record HtmlPatch(String path, List<Line> lines, Optional<Verdict> verdict) {

  /** One line of a unified diff, without its line end. */
  record Line(Fate fate, String text) {}

  /** What becomes of a line of the file; a place is no line of it. */
  enum Fate {
    PLACE,
    STAYS,
    COMES,
    GOES
  }

  /** The patch that follows a remedy, which may have been measured. */
  static HtmlPatch of(Patch patch, Remedy remedy) {
    List<String> lines = patch.diff().lines().toList();
    List<Line> header = lines.stream().limit(2).map(line -> new Line(Fate.PLACE, line)).toList();
    List<Line> rest = lines.stream().skip(2).map(line -> new Line(fateOf(line), line)).toList();
    return new HtmlPatch(
        patch.path(), Stream.concat(header.stream(), rest.stream()).toList(), remedy.verdict());
  }

  private static Fate fateOf(String line) {
    return switch (line.charAt(0)) {
      case '+' -> Fate.COMES;
      case '-' -> Fate.GOES;
      case ' ' -> Fate.STAYS;
      default -> Fate.PLACE;
    };
  }

  /** What measuring said of the advice that it follows, in a word or two. */
  String standing() {
    return verdict.map(Verdict::word).orElse("not measured");
  }

  /** How large it is, in words. */
  String size() {
    return "%s added, %s removed"
        .formatted(Words.count(count(Fate.COMES), "line"), Words.count(count(Fate.GOES)));
  }

  private int count(Fate fate) {
    return (int) lines.stream().filter(line -> line.fate() == fate).count();
  }
}
