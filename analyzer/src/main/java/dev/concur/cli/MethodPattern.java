package dev.concur.cli;

import dev.concur.model.Label;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A class and a method as people type them: the package may be left out, {@code *} stands for any
 * part.
 */
final class MethodPattern {

  private MethodPattern() {}

  static Predicate<Label> of(String text) {
    int hash = text.indexOf('#');
    Pattern owner = Pattern.compile("(?:.*[.$])?" + glob(text.substring(0, hash)));
    Pattern method = Pattern.compile(glob(text.substring(hash + 1).replaceFirst("\\(.*$", "")));
    return label ->
        owner.matcher(label.method().owner()).matches()
            && method.matcher(label.method().name()).matches();
  }

  private static String glob(String text) {
    return Arrays.stream(text.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
