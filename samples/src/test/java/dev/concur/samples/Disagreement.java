package dev.concur.samples;

import dev.concur.samples.Marker.Known;
import java.util.Locale;

/**
 * Something that a report does not say as it is marked.
 *
 * @param line where
 * @param what the rule that was or was not found, or {@code label}, or {@code advice}
 * @param text for people
 */
record Disagreement(Sort sort, int line, String what, String text) {

  /** In which direction. */
  enum Sort {
    /** Something due was not said, or said otherwise. */
    MISS,
    /** Something was found where nothing is due. */
    NOISE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a marker admits to it. */
  boolean isKnownAs(Known known) {
    return sort == known.sort() && what.equals(known.what()) && known.lines().contain(line);
  }
}
