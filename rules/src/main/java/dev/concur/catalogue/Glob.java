package dev.concur.catalogue;

import java.util.regex.Pattern;

/**
 * A name in which {@code *} stands for any characters but a dot and {@code **} for any characters.
 *
 * @param text as written
 * @param pattern what it matches
 */
record Glob(String text, Pattern pattern) {

  static Glob of(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)")) {
      regex.append(
          switch (part) {
            case "*" -> "[^.]*";
            case "**" -> ".*";
            default -> Pattern.quote(part);
          });
    }
    return new Glob(text, Pattern.compile(regex.toString()));
  }

  static boolean isGlob(String text) {
    return text.indexOf('*') >= 0;
  }

  boolean exact() {
    return !isGlob(text);
  }

  boolean matches(String name) {
    return exact() ? text.equals(name) : pattern.matcher(name).matches();
  }

  /** How much of it is said literally. */
  int literal() {
    return text.replace("*", "").length();
  }
}
