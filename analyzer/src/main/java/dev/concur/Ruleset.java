package dev.concur;

import dev.concur.rule.Rules;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules count. A rule that is new in a version is a preview there: it is reported and fails
 * nothing, so that an update breaks no build. Pinned to an older version, rules that came since are
 * a preview, too.
 *
 * @param pinned a version such as 0.1
 */
record Ruleset(String pinned) {

  /** Nothing was there before it, so nothing in it is new. */
  private static final String FIRST = "0.1";

  static final String CURRENT = FIRST;

  /** A version as it is compared: its first two numbers. */
  static String version(String text) {
    if (!text.matches("\\d{1,4}\\.\\d{1,4}(\\..*)?")) {
      throw new UsageError("rulesetVersion wants a version such as " + CURRENT + ", not " + text);
    }
    String[] numbers = text.split("\\.");
    return numbers[0] + "." + numbers[1];
  }

  /** Ids of the rules that fail nothing. */
  Set<String> preview() {
    return Rules.all().stream()
        .filter(rule -> isPreview(rule.since()))
        .map(rule -> rule.id())
        .collect(Collectors.toSet());
  }

  boolean isPreview(String since) {
    int order = compare(since, pinned);
    return order > 0 || (order == 0 && !since.equals(FIRST));
  }

  private static int compare(String a, String b) {
    String[] one = a.split("\\.");
    String[] other = b.split("\\.");
    int major = Integer.compare(Integer.parseInt(one[0]), Integer.parseInt(other[0]));
    return major != 0
        ? major
        : Integer.compare(Integer.parseInt(one[1]), Integer.parseInt(other[1]));
  }
}
