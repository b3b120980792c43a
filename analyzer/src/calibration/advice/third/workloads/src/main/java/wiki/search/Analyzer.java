package wiki.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Splits text into the terms that are searched for. */
public class Analyzer {
  private static final Set<String> STOP = Set.of("the", "a", "of", "and", "to", "in", "is");

  public List<String> terms(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
        .filter(term -> term.length() > 1 && !STOP.contains(term))
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }
}
