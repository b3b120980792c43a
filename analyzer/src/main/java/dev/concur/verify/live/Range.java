package dev.concur.verify.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between which numbers an argument has to be, as problems say it: {@code 7 out of [0, 1] range},
 * {@code must be between 1 and 9}.
 */
record Range(double low, double high) {

  /** Among what is filled, before a range. */
  private static final String RANGE = "[";

  private static final String SEPARATOR = "~";

  private static final String NUMBER = "(-?\\d+(?:[.,]\\d+)*(?:[eE]-?\\d+)?)";

  private static final Pattern SAID =
      Pattern.compile(
          "(?:[\\[(]\\s*|between |from |range )"
              + NUMBER
              + "\\s*(?:,\\s|;|\\.\\.\\.?|\\band\\b|\\bto\\b|-|:)\\s*"
              + NUMBER);

  private static final Pattern LENGTH =
      Pattern.compile("(?<![.\\w])(?:[2-9]|[1-9]\\d{1,3})(?![.\\w])");

  private static final int LONGEST = 4096;
  private static final int MOST = 3;

  /** The one that a problem speaks of. */
  static Optional<Range> saidIn(String problem) {
    Matcher said = SAID.matcher(problem);
    if (!said.find()) {
      return Optional.empty();
    }
    try {
      double low = parsed(said.group(1));
      double high = parsed(said.group(2));
      return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    } catch (NumberFormatException odd) {
      return Optional.empty();
    }
  }

  /** Thousands are grouped where a problem is put into words for a person. */
  private static double parsed(String number) {
    return Double.parseDouble(number.replace(",", ""));
  }

  /** Whole numbers in it that may be the length that is asked for. */
  static List<Integer> lengthsIn(String problem) {
    return LENGTH
        .matcher(problem)
        .results()
        .map(each -> Integer.valueOf(each.group()))
        .filter(each -> each <= LONGEST)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** As a word among what is filled. */
  String word() {
    return RANGE + low + SEPARATOR + high;
  }

  /** Those among these words. */
  static List<Range> in(Set<String> fill) {
    return new TreeSet<>(fill)
        .stream()
            .filter(word -> word.startsWith(RANGE))
            .map(word -> word.substring(RANGE.length()).split(SEPARATOR))
            .map(ends -> new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])))
            .toList();
  }

  /** The same number where it lies well inside, or the middle. */
  double nearest(double number) {
    return number > low && number < high ? number : (low + high) / 2;
  }
}
