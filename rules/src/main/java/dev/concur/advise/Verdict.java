package dev.concur.advise;

import java.util.Optional;

/** What measuring said of an advice. */
public sealed interface Verdict {

  /** One of {@code confirmed}, {@code refuted}, {@code undecided}, {@code not-run}. */
  String word();

  /** Why, in words a reader understands. */
  String reason();

  /** The figures; empty when nothing ran. */
  Optional<Measurement> measured();

  /** The interval lies on the predicted side. */
  record Confirmed(Measurement measurement, String reason) implements Verdict {
    @Override
    public String word() {
      return "confirmed";
    }

    @Override
    public Optional<Measurement> measured() {
      return Optional.of(measurement);
    }
  }

  /** The interval lies on the other side: the advice is withdrawn. */
  record Refuted(Measurement measurement, String reason) implements Verdict {
    @Override
    public String word() {
      return "refuted";
    }

    @Override
    public Optional<Measurement> measured() {
      return Optional.of(measurement);
    }
  }

  /** The figures do not decide; the reason names what was missing. */
  record Undecided(Optional<Measurement> measured, String reason) implements Verdict {
    @Override
    public String word() {
      return "undecided";
    }
  }

  /** Nothing was measured, for this reason. */
  record NotRun(String reason) implements Verdict {
    @Override
    public String word() {
      return "not-run";
    }

    @Override
    public Optional<Measurement> measured() {
      return Optional.empty();
    }
  }
}
