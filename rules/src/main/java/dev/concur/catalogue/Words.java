package dev.concur.catalogue;

import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one effect or line, read from left to right. */
final class Words {
  // One number alone is an order of magnitude: a third to three times of it.
  private static final double FACTOR = 3;
  private static final Pattern ARGUMENT = Pattern.compile("arg(\\d{1,2})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s)");

  private final Deque<String> words;

  Words(String text) {
    words = new ArrayDeque<>();
    for (StringTokenizer tokens = new StringTokenizer(text); tokens.hasMoreTokens(); ) {
      words.add(tokens.nextToken());
    }
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String next(String expected) throws BadLine {
    if (words.isEmpty()) {
      throw new BadLine(expected);
    }
    return words.remove();
  }

  /** Takes the next word if it is this one. */
  boolean accept(String word) {
    boolean found = word.equals(words.peek());
    if (found) {
      words.remove();
    }
    return found;
  }

  String rest(String expected) throws BadLine {
    if (words.isEmpty()) {
      throw new BadLine(expected);
    }
    String rest = String.join(" ", words);
    words.clear();
    return rest;
  }

  void end() throws BadLine {
    if (!words.isEmpty()) {
      throw new BadLine("nothing more, not '" + words.peek() + "'");
    }
  }

  Place place() throws BadLine {
    String expected = "this or arg0, arg1, ...";
    return place(next(expected)).orElseThrow(() -> new BadLine(expected));
  }

  Optional<Place> placeIfAny() {
    Optional<Place> found = words.isEmpty() ? Optional.empty() : place(words.peek());
    found.ifPresent(place -> words.remove());
    return found;
  }

  private static Optional<Place> place(String word) {
    if (word.equals("this")) {
      return Optional.of(Place.THIS);
    }
    Matcher matcher = ARGUMENT.matcher(word);
    return matcher.matches()
        ? Optional.of(new Place(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  Kind kind() throws BadLine {
    return oneOf(Kind.class, "a kind such as network, disk, database, crypto, text, other");
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String expected) throws BadLine {
    String word = next(expected).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return value;
      }
    }
    throw new BadLine(expected);
  }

  int number(String expected) throws BadLine {
    String word = next(expected);
    if (!NUMBER.matcher(word).matches()) {
      throw new BadLine(expected);
    }
    return Integer.parseInt(word);
  }

  Optional<Interval> nanosIfAny() throws BadLine {
    if (words.isEmpty() || !Character.isDigit(words.peek().charAt(0))) {
      return Optional.empty();
    }
    return Optional.of(nanos());
  }

  Interval nanos() throws BadLine {
    String expected = "a time such as 20us or 1ms..5ms..50ms";
    String[] parts = next(expected).split("\\.\\.", -1);
    if (parts.length == 1) {
      return Interval.within(nanos(parts[0], expected), FACTOR);
    }
    if (parts.length != 3) {
      throw new BadLine(expected);
    }
    double low = nanos(parts[0], expected);
    double middle = nanos(parts[1], expected);
    double high = nanos(parts[2], expected);
    if (low > middle || middle > high) {
      throw new BadLine("times in rising order");
    }
    return new Interval(low, middle, high);
  }

  private static double nanos(String word, String expected) throws BadLine {
    Matcher matcher = TIME.matcher(word);
    if (!matcher.matches()) {
      throw new BadLine(expected);
    }
    double factor =
        switch (matcher.group(2)) {
          case "ns" -> 1;
          case "us" -> 1e3;
          case "ms" -> 1e6;
          default -> 1e9;
        };
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  /** {@code timed arg0 millis}, {@code timed arg0 unit arg1}, {@code timed arg0 duration}. */
  Optional<Timeout> timeoutIfAny() throws BadLine {
    if (!accept("timed")) {
      return Optional.empty();
    }
    Place amount = place();
    String expected = "millis, nanos, seconds, duration or unit and where the unit is";
    return Optional.of(
        switch (next(expected)) {
          case "nanos" -> new Timeout(amount, 1, Optional.empty());
          case "millis" -> new Timeout(amount, 1_000_000, Optional.empty());
          case "seconds" -> new Timeout(amount, 1_000_000_000, Optional.empty());
          case "duration" -> new Timeout(amount, 0, Optional.empty());
          case "unit" -> new Timeout(amount, 0, Optional.of(place()));
          default -> throw new BadLine(expected);
        });
  }

  /** {@code via run,call}. */
  List<String> viaIfAny() throws BadLine {
    return accept("via") ? List.of(next("names of methods").split(",")) : List.of();
  }
}
