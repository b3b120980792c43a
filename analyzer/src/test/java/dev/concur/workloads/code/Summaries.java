package dev.concur.workloads.code;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sums up texts in a pipeline. */
public final class Summaries {

  private static final Pattern WORD = Pattern.compile("[a-z]+");

  public List<Long> all(List<String> texts) {
    return texts.stream().map(Summaries::words).collect(Collectors.toList());
  }

  public static long words(String text) {
    return WORD.matcher(text).results().filter(word -> word.group().length() > 3).count();
  }
}
