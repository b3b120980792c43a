package dev.concur.rule;

import dev.concur.model.Confidence;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.List;

/** Where one rule puts what it has to say about one subject. */
public final class Facets {

  private final Rule rule;
  private final Subject subject;
  private final List<Draft> drafts = new ArrayList<>();

  Facets(Rule rule, Subject subject) {
    this.rule = rule;
    this.subject = subject;
  }

  /** Accuses this place; the place is where a reader would repair it. */
  public Draft at(Spot spot) {
    Draft draft = new Draft(spot);
    drafts.add(draft);
    return draft;
  }

  List<Facet> toList() {
    return drafts.stream().map(Draft::facet).toList();
  }

  /** One facet in the making. */
  public final class Draft {

    private final Spot at;
    private String message = "";
    private Severity severity = rule.severity();
    private Confidence confidence = Confidence.MEDIUM;
    private String thing = Things.of(subject);
    private final List<Spot> evidence = new ArrayList<>();
    private final List<String> locks = new ArrayList<>(Things.locks(subject));

    private Draft(Spot at) {
      this.at = at;
    }

    /**
     * What is so, with a number, in one sentence without a full stop; see {@link String#format}.
     */
    public Draft saying(String format, Object... arguments) {
      message = Words.format(format, arguments);
      return this;
    }

    /** The places that show it, in the order a reader follows them. */
    public Draft because(List<Spot> spots) {
      evidence.addAll(spots);
      return this;
    }

    /** How loud, when not as loud as the rule usually is. */
    public Draft severity(Severity loudness) {
      severity = loudness;
      return this;
    }

    /** How sure; medium unless said. */
    public Draft confidence(Confidence sureness) {
      confidence = sureness;
      return this;
    }

    /** Another scarce thing than the subject itself, such as the pool behind a hand-off. */
    public Draft about(String scarceThing) {
      thing = scarceThing;
      return this;
    }

    /** Accuses a further lock. */
    public Draft accusing(String lockId) {
      locks.add(lockId);
      return this;
    }

    private Facet facet() {
      if (message.isEmpty()) {
        throw new IllegalStateException("rule " + rule.id() + " accuses without a word: " + at);
      }
      return new Facet(rule, severity, confidence, at, message, evidence, locks, subject, thing);
    }
  }
}
