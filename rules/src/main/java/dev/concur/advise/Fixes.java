package dev.concur.advise;

import dev.concur.advise.Remedy.Status;
import dev.concur.rule.Finding;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import dev.concur.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remedies without figures: defects to mend, and situations whose costs nobody knows. Their pages
 * say how.
 */
final class Fixes {

  // What is wrong there is not how fast it is.
  private static final Set<String> WITHOUT_FIGURES =
      Set.of(
          "lock-on-interned-or-class",
          "pinned-by-monitor",
          "pinned-in-class-init",
          "bloated-region",
          "poll-sleep-loop",
          "spin-wait",
          "process-pipe-deadlock",
          "unsupported-thread-calls",
          "declared-nonblocking-but-blocks",
          "interactive-wait",
          "mixed-method");

  private static final Set<String> COMPOSE =
      Set.of("block-in-async-context", "blocking-on-event-loop", "async-method-blocks-first");

  private Fixes() {}

  /** Whether figures would say nothing about this finding. */
  static boolean only(Finding finding) {
    boolean safety = Rules.named(finding.rule()).filter(Rule::safety).isPresent();
    return safety || WITHOUT_FIGURES.contains(finding.rule());
  }

  static Advice of(Finding finding) {
    Optional<LockChange> change = lockChange(finding);
    Remedy remedy =
        new Remedy(
            change.isPresent() ? Model.LOCK_CHANGE : model(finding),
            change,
            words(finding),
            Status.RECOMMENDED,
            "",
            "",
            Parameters.NONE,
            Optional.empty(),
            Optional.empty());
    return new Advice(finding, List.of(remedy), Optional.empty(), Ranking.ofFix(finding));
  }

  private static Model model(Finding finding) {
    if (finding.rule().equals("callback-chain-on-21")) {
      return Model.VIRTUAL_THREADS;
    }
    return COMPOSE.contains(finding.rule()) ? Model.ASYNC : Model.FIX;
  }

  private static Optional<LockChange> lockChange(Finding finding) {
    if (!(finding.subject() instanceof Subject.OfLock)) {
      return Optional.empty();
    }
    return switch (finding.rule()) {
      case "callback-under-lock" -> Optional.of(LockChange.SNAPSHOT);
      case "bloated-region" -> Optional.of(LockChange.NARROW);
      case "lock-order-inversion", "lock-on-interned-or-class", "pinned-in-class-init" ->
          Optional.empty();
      default -> Optional.of(LockChange.MOVE_WAITING_OUT);
    };
  }

  private static String words(Finding finding) {
    return Rules.named(finding.rule())
        .map(rule -> Page.of(rule).firstSentence("Fix"))
        .orElse(finding.message());
  }
}
