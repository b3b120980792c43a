package dev.concur.workloads.code;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** All look up and note down in one synchronized map, between longer work of their own. */
public final class PhraseBook {

  private static final Map<Integer, Double> PHRASES = Collections.synchronizedMap(new HashMap<>());

  private PhraseBook() {}

  public static double translate(int phrase) {
    return PHRASES.computeIfAbsent(phrase, PhraseBook::think);
  }

  public static double think(int phrase) {
    double value = phrase;
    for (int i = 1; i < 20_000; i++) {
      value += Math.sin(value + i);
    }
    return value;
  }
}
