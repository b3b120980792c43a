package dev.concur.maven;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody types our goals who started this build.
 *
 * @param prefix {@code concur}, or the coordinates of the plugin when these were typed, since a POM
 *     that does not know us has no prefix for us
 */
record Typed(String prefix) {

  private static final String PREFIX = "concur";
  private static final Pattern COORDINATES =
      Pattern.compile("([^:]+:concur-maven-plugin(?::[^:]+)?):[^:]+");

  /** As in these goals, which are what was typed. */
  static Typed in(List<String> goals) {
    return goals.stream()
        .map(COORDINATES::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(typed -> new Typed(typed.group(1)))
        .orElse(new Typed(PREFIX));
  }

  /** The whole command. */
  String mvn(String goal) {
    return "mvn " + prefix + ":" + goal;
  }
}
