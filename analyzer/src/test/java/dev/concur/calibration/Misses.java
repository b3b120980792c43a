package dev.concur.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Known misses of a suite, as its source says them: {@code // miss: why} above a method. A comment
 * of several lines goes on with {@code //}.
 */
final class Misses {

  private static final Pattern MARK = Pattern.compile("\\s*// miss: (.*)");
  private static final Pattern MORE = Pattern.compile("\\s*// (.*)");

  /**
   * One mark.
   *
   * @param file as class files name their source, with folders
   * @param line of the comment
   * @param why the label is wrong
   */
  record Mark(String file, int line, String why) {}

  private final List<Mark> marks = new ArrayList<>();

  /** The marks in all sources below a folder. */
  static Misses in(Path sources) {
    Misses misses = new Misses();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        misses.read(sources.relativize(file).toString(), Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return misses;
  }

  private void read(String file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.matches()) {
        StringBuilder why = new StringBuilder(mark.group(1));
        for (int next = i + 1; next < lines.size(); next++) {
          Matcher more = MORE.matcher(lines.get(next));
          if (!more.matches()) {
            break;
          }
          why.append(' ').append(more.group(1));
        }
        marks.add(new Mark(file, i + 1, why.toString()));
      }
    }
  }

  /** The mark of a case: that above the first line of its method, below all methods before. */
  Optional<Mark> of(Scores.Case one, List<Scores.Case> all) {
    String file = one.label().at().file();
    int line = one.label().at().line();
    int before =
        all.stream()
            .filter(other -> other.label().at().file().equals(file))
            .mapToInt(other -> other.label().at().line())
            .filter(other -> other < line)
            .max()
            .orElse(0);
    return marks.stream()
        .filter(mark -> mark.file().equals(file) && mark.line() < line && mark.line() > before)
        .reduce((first, second) -> second);
  }

  /** Methods whose label is wrong, and whose source does not say why. */
  List<String> unmarked(Scores scores) {
    return scores.missed().stream()
        .filter(one -> of(one, scores.cases()).isEmpty())
        .map(one -> one.truth().method() + " " + one.measured() + " | said " + one.said())
        .toList();
  }

  /** Marks of misses that are none any more. */
  List<String> stale(Scores scores) {
    List<Mark> needed =
        scores.missed().stream().flatMap(one -> of(one, scores.cases()).stream()).toList();
    return marks.stream()
        .filter(mark -> !needed.contains(mark))
        .map(mark -> mark.file() + ":" + mark.line() + " " + mark.why())
        .toList();
  }
}
