package dev.concur;

import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a run fail.
 *
 * @param lowest findings of this severity and above count; empty when nothing does
 * @param allowed how many of them may be there
 */
public record Threshold(Optional<Severity> lowest, int allowed) {

  /** The words for it, in the order of the help. */
  public static final List<String> WORDS = List.of("error", "warning", "note", "never");

  /** Fails at the first warning. */
  public static final Threshold USUAL = new Threshold(Optional.of(Severity.WARNING), 0);

  /** The threshold of a word; fails on another word. */
  public static Optional<Severity> lowest(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (!WORDS.contains(plain)) {
      throw new UsageError(
          "no threshold '"
              + word
              + "'; there are "
              + String.join(", ", WORDS)
              + Nearest.question(word, WORDS));
    }
    return plain.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(plain.toUpperCase(Locale.ROOT)));
  }

  /** Whether a finding is loud enough to count. */
  public boolean reachedBy(Finding finding) {
    return lowest.filter(least -> finding.severity().compareTo(least) >= 0).isPresent();
  }

  /** The word for it. */
  public String word() {
    return lowest.map(Severity::word).orElse("never");
  }
}
