package dev.concur.verify.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Strings and numbers that look like what the name of a parameter says. */
final class Texts {

  /** What a name contains, and what such a text looks like; the first that fits. */
  private record Look(List<String> words, String text) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(
              List.of("url", "uri", "endpoint", "link", "href", "address"),
              "http://127.0.0.1/concur"),
          new Look(List.of("email", "mail"), "somebody@example.org"),
          new Look(List.of("json"), "{\"id\":1,\"name\":\"concur\",\"items\":[1,2,3]}"),
          new Look(List.of("xml", "html"), "<order id=\"1\"><item>concur</item></order>"),
          new Look(List.of("csv", "row"), "1,concur,2.5,2026-11-22"),
          new Look(List.of("regex", "pattern", "regexp"), "[a-z]+"),
          new Look(List.of("timestamp", "datetime", "instant"), "2026-11-22T10:15:30Z"),
          new Look(List.of("date", "day"), "2026-11-22"),
          new Look(List.of("time"), "10:15:30"),
          new Look(List.of("charset", "encoding"), "UTF-8"),
          new Look(List.of("locale", "lang"), "en"),
          new Look(List.of("zone"), "UTC"),
          new Look(List.of("host", "server"), "127.0.0.1"),
          new Look(List.of("ipaddress", "ip"), "127.0.0.1"),
          new Look(List.of("uuid", "guid"), "123e4567-e89b-12d3-a456-426614174000"),
          new Look(List.of("hex"), "cafebabe"),
          new Look(List.of("arg", "option"), "name=value"),
          new Look(List.of("algorithm", "digest"), "SHA-256"),
          new Look(List.of("classname", "type"), "java.lang.String"),
          new Look(List.of("sql", "query", "statement"), "select id, name from orders"),
          new Look(List.of("amount", "price", "number", "num", "port", "count"), "42"),
          new Look(List.of("key", "name", "id", "code", "tag", "symbol"), "concur"));

  private static final List<String> SIZES =
      List.of(
          "count", "size", "length", "len", "limit", "max", "rounds", "iterations", "times", "n");

  private static final List<String> STARTS =
      List.of("index", "offset", "from", "start", "pos", "begin");

  private static final String WORDS =
      "the quick order 17 of customer 42 was paid on 2026-11-22 twice ";

  /** At the head of a shape that is as long as the size says. */
  private static final String REPEATED = "*";

  /** What the letters of an array may be, by variant. */
  private static final List<String> ALPHABETS =
      List.of("abcdefghijklmnopqrstuvwxyz", "01", "0123456789abcdef", "0123456789", "ABCD0123+/");

  /** What a text whose name says nothing may be, by variant; running text first. */
  private static final List<String> SHAPES =
      List.of(
          "",
          "42",
          "http://127.0.0.1/concur",
          "2026-11-22T10:15:30Z",
          "concur",
          "127.0.0.1",
          REPEATED + "cafebabe",
          REPEATED + "01",
          "{\"id\":1,\"name\":\"concur\",\"items\":[1,2,3]}",
          "<order id=\"1\"><item>concur</item></order>",
          "UTF-8",
          "java.lang.String",
          "SHA-256",
          "name=value");

  /** What a number whose name says nothing may be, by variant; 0 stands for the size. */
  private static final int[] NUMBERS = {7, 1, 0, 2, 16, 3};

  /** The name of what a replaced call answers: most of what is read has to be parsed. */
  static final String ANSWER = "answer";

  /** How many variants there are that are the same for all names. */
  static final int VARIANTS = SHAPES.size();

  /** How many there are after these, in which each name has a variant of its own. */
  static final int MIXTURES = 24;

  /** What letters are where they are places and lengths. */
  private static final int CODES = 16;

  private final Path folder;
  private final int size;
  private final int variant;
  private final boolean small;
  private final List<Range> ranges;

  Texts(Path folder, LiveSettings.Values with) {
    this.folder = folder;
    this.size = with.size();
    this.variant = with.variant();
    this.small = with.fill().contains(LiveSettings.SMALL);
    this.ranges = Range.in(with.fill());
  }

  /** Whether whole numbers are small beside the arrays that they may be places of. */
  boolean small() {
    return small;
  }

  /** The variant for what has no name. */
  int variant() {
    return variant;
  }

  /** The variant for this name. */
  int variant(String name) {
    return variant <= VARIANTS
        ? variant
        : new Random(31L * name.hashCode() + variant).nextInt(VARIANTS);
  }

  /** A string for a parameter of this name; running text when the name says nothing. */
  String text(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (contains(lower, List.of("path", "file", "dir", "folder"))) {
      return folder.resolve("stand-in.txt").toString();
    }
    if (lower.equals(ANSWER)) {
      return "42";
    }
    int shape = variant(name) % SHAPES.size();
    if (shape > 0) {
      return shaped(SHAPES.get(shape));
    }
    for (Look look : LOOKS) {
      if (contains(lower, look.words())) {
        return look.text();
      }
    }
    return running();
  }

  private String shaped(String shape) {
    return shape.startsWith(REPEATED)
        ? shape.substring(1).repeat(Math.max(1, size / (shape.length() - 1)))
        : shape;
  }

  /** A letter of an array. */
  char letter(Random random) {
    if (small) {
      return (char) random.nextInt(Math.max(1, Math.min(CODES, size / 2)));
    }
    String alphabet = ALPHABETS.get(variant % ALPHABETS.size());
    return alphabet.charAt(random.nextInt(alphabet.length()));
  }

  /** A whole number for a parameter of this name. */
  int number(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (contains(lower, STARTS)) {
      return 0;
    }
    int plain = NUMBERS[variant(name) % NUMBERS.length];
    boolean sized = plain == 0 || SIZES.stream().anyMatch(word -> ends(lower, word));
    int number = sized ? size : Math.min(plain, size);
    return (int) Math.round(within(name, small ? Numbers.small(number + 1, size) : number));
  }

  /** A real one: a share in every fourth variant, and a tolerance. */
  double real(String name) {
    int number = number(name);
    return within(
        name,
        switch (variant(name) % 4) {
          case 1 -> .5;
          case 3 -> 1e-3;
          default -> number + .5;
        });
  }

  /** The same number where it lies in the range that was asked for, or one that does. */
  private double within(String name, double number) {
    return ranges.isEmpty() ? number : ranges.get(variant(name) % ranges.size()).nearest(number);
  }

  /** What is read from a stream of this name. */
  String stream(String name) {
    return name.equals(ANSWER) ? "42\n".repeat(Math.max(1, size / 3)) : running();
  }

  String running() {
    StringBuilder text = new StringBuilder();
    while (text.length() < Math.max(1, size)) {
      text.append(WORDS);
    }
    return text.substring(0, Math.max(1, size));
  }

  private static boolean ends(String name, String word) {
    return word.length() > 1 ? name.contains(word) : name.equals(word);
  }

  private static boolean contains(String name, List<String> words) {
    return words.stream().anyMatch(name::contains);
  }
}
