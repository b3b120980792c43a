package dev.concur.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in which {@code *} stands for any characters but a dot and {@code **} for any characters.
 *
 * @param text as written
 * @param pattern what it matches, when it is more than one name
 */
record Glob(String text, Optional<Pattern> pattern) {
  private static final Pattern STARS = Pattern.compile("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)");

  static Glob of(String text) {
    return new Glob(text, text.indexOf('*') < 0 ? Optional.empty() : Optional.of(compiled(text)));
  }

  private static Pattern compiled(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : STARS.split(text)) {
      regex.append(
          switch (part) {
            case "*" -> "[^.]*";
            case "**" -> ".*";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString());
  }

  boolean exact() {
    return pattern.isEmpty();
  }

  boolean matches(String name) {
    return pattern
        .map(glob -> mayMatch(name) && glob.matcher(name).matches())
        .orElseGet(() -> text.equals(name));
  }

  // Nearly every name differs before the first star, which is cheaper to see than to match.
  private boolean mayMatch(String name) {
    return name.regionMatches(0, text, 0, text.indexOf('*'));
  }

  /** How much of it is said literally. */
  int literal() {
    return text.replace("*", "").length();
  }
}
