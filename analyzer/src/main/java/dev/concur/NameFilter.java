package dev.concur;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which classes are reported on. Patterns are as in {@code com.acme.**}: {@code *} stays inside a
 * package, {@code **} does not, slashes do for dots, and a pattern for a class covers the classes
 * in it.
 *
 * @param includes only these; all when empty
 * @param excludes never these
 */
public record NameFilter(List<String> includes, List<String> excludes) {

  /** Lets every class through. */
  public static final NameFilter ALL = new NameFilter(List.of(), List.of());

  public NameFilter {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Whether this class, by binary name, is reported on. */
  public boolean lets(String className) {
    return (includes.isEmpty() || matches(includes, className)) && !matches(excludes, className);
  }

  private static boolean matches(List<String> patterns, String className) {
    return patterns.stream().anyMatch(each -> pattern(each).matcher(className).matches());
  }

  static Pattern pattern(String glob) {
    String dotted = glob.strip().replaceFirst("\\.(java|class)$", "").replace('/', '.');
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      if (dotted.startsWith("**.", i)) {
        regex.append("(?:.*\\.)?");
        i += 2;
      } else if (dotted.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^.]*");
      } else if (c == '?') {
        regex.append("[^.]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.append("(?:\\$.*)?").toString());
  }
}
