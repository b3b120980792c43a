package dev.concur.samples;

import dev.concur.model.Bound;
import dev.concur.samples.Disagreement.Sort;
import dev.concur.samples.Marker.Expect;
import dev.concur.samples.Marker.Known;
import dev.concur.samples.Marker.Labelled;
import dev.concur.samples.Marker.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One source file with its markers.
 *
 * <pre>
 * // expect: rule, other-rule [17: threads, 21: virtual-threads] on 21-23
 * // label: io network
 * // miss: other-rule on 21- (why it is not found, though it is expected)
 * // noise: third-rule (why it is found, though it should not be)
 * </pre>
 *
 * <p>A reason may be several comments long. A miss may also be {@code label} or {@code advice}:
 * another one than the marked one is given.
 *
 * <p>A marker at the end of a line speaks of that line, one alone on its line of the next line that
 * is code. Since compilers and people differ on where a method or a statement is, the answer may
 * come anywhere from the marked line to the end of the statement, or for a method to its first
 * statement.
 *
 * @param path relative to its source root, forward slashes
 * @param release the Java release that it needs
 * @param markers in order of appearance
 */
record SampleFile(String path, int release, List<Marker> markers) {

  private static final Pattern MARKER =
      Pattern.compile("//\\s*(expect|label|miss|noise):\\s*(.*)$");
  private static final String RUNTIMES = "(?:\\s+on\\s+(\\d+)-(\\d+)?)?";
  private static final Pattern EXPECTED =
      Pattern.compile("([a-z0-9-]+(?:,\\s*[a-z0-9-]+)*)(?:\\s+\\[([^]]*)])?" + RUNTIMES);
  private static final Pattern KNOWN =
      Pattern.compile("([a-z0-9-]+)" + RUNTIMES + "\\s+\\((.+)\\)");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*(?:(?:public|protected|private|static|final|synchronized|default|abstract)\\s+)*"
              + "(?!return|new|throw|else|synchronized)(?:<[^>]+>\\s+)?(?:[\\w.<>\\[\\],?]+\\s+)+(\\w+)\\s*\\(.*");

  SampleFile {
    markers = List.copyOf(markers);
  }

  static SampleFile parse(String path, int release, String text) {
    List<String> lines = text.lines().toList();
    List<Marker> markers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.find() && !lines.get(i).stripLeading().startsWith("*")) {
        int at =
            lines.get(i).isBlank() || marker.start() == indent(lines.get(i))
                ? nextCode(lines, i)
                : i;
        String where = path + ":" + (i + 1);
        markers.add(marker(where, marker.group(1), whole(marker.group(2), lines, i), lines, at));
      }
    }
    return new SampleFile(path, release, markers);
  }

  /** The folder it is in, which is named after a rule. */
  String sample() {
    String folder = path.substring(0, path.lastIndexOf('/'));
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** Its name, without folders. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  <T extends Marker> Stream<T> all(Class<T> type) {
    return markers.stream().filter(type::isInstance).map(type::cast);
  }

  /** A reason may go on in the comments below. */
  private static String whole(String text, List<String> lines, int at) {
    StringBuilder whole = new StringBuilder(text.strip());
    for (int next = at + 1; whole.indexOf("(") >= 0 && whole.indexOf(")") < 0; next++) {
      whole.append(' ').append(lines.get(next).strip().replaceFirst("^// *", ""));
    }
    return whole.toString();
  }

  private static Marker marker(String where, String kind, String text, List<String> lines, int at) {
    return switch (kind) {
      case "expect" -> expect(where, text, extent(lines, at));
      case "label" -> label(where, text, lines, at);
      default -> known(Sort.valueOf(kind.toUpperCase(Locale.ROOT)), where, text, extent(lines, at));
    };
  }

  private static Expect expect(String where, String text, Lines lines) {
    Matcher parts = matching(EXPECTED, where, text);
    Map<Integer, String> advice = new TreeMap<>();
    if (parts.group(2) != null) {
      for (String item : parts.group(2).split(",")) {
        String[] pair = item.split(":");
        advice.put(
            pair.length == 1 ? 0 : Integer.parseInt(pair[0].strip()),
            pair[pair.length - 1].strip());
      }
    }
    Lines runtimes = runtimes(parts.group(3), parts.group(4));
    return new Expect(lines, List.of(parts.group(1).split(",\\s*")), advice, runtimes);
  }

  private static Labelled label(String where, String text, List<String> lines, int at) {
    Matcher declaration = matching(DECLARATION, where, code(lines.get(at)));
    List<String> words = Arrays.asList(text.split("\\s+"));
    Bound bound = Bound.valueOf(words.get(0).toUpperCase(Locale.ROOT));
    List<String> kinds = words.stream().skip(1).filter(word -> !word.equals("async")).toList();
    return new Labelled(
        extent(lines, at), declaration.group(1), bound, kinds, words.contains("async"));
  }

  private static Known known(Sort sort, String where, String text, Lines lines) {
    Matcher parts = matching(KNOWN, where, text);
    Lines runtimes = runtimes(parts.group(2), parts.group(3));
    return new Known(lines, sort, parts.group(1), parts.group(4), runtimes);
  }

  private static Lines runtimes(String first, String last) {
    return first == null
        ? Lines.ALL
        : new Lines(
            Integer.parseInt(first), last == null ? Integer.MAX_VALUE : Integer.parseInt(last));
  }

  private static Matcher matching(Pattern pattern, String where, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(where + ": not understood: " + text);
    }
    return matcher;
  }

  /**
   * From the marked line to the end of its statement; of a method, to its first statement. Counted
   * from 1.
   */
  private static Lines extent(List<String> lines, int at) {
    int end = at;
    while (!ends(code(lines.get(end))) && end < lines.size() - 1) {
      end++;
    }
    boolean method =
        DECLARATION.matcher(code(lines.get(at))).matches() && code(lines.get(end)).endsWith("{");
    return new Lines(at + 1, (method ? nextCode(lines, end) : end) + 1);
  }

  private static boolean ends(String code) {
    return code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
  }

  private static int nextCode(List<String> lines, int from) {
    int next = from + 1;
    while (code(lines.get(next)).isEmpty()) {
      next++;
    }
    return next;
  }

  private static String code(String line) {
    int comment = line.indexOf("// ");
    return (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
