package dev.concur.samples;

import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.rule.Finding;
import dev.concur.samples.Marker.Labelled;
import java.util.List;
import java.util.Set;

/**
 * How much a report must say, by what it could be made from: all that may honestly differ is said
 * here.
 */
interface Demand {

  /** With sources and classes all that is marked is demanded, and nothing else. */
  Demand ALL = new Demand() {};

  /** Whether silence, and unknown as a label, are no disagreement. */
  default boolean mayKeepSilent() {
    return false;
  }

  /** Whether such a rule can find anything at all. */
  default boolean knows(String rule) {
    return true;
  }

  /** Whether a finding counts for nothing. */
  default boolean silences(Finding finding) {
    return false;
  }

  /** Whether a label that is not the marked one says less, and nothing else. */
  default boolean mayLabel(Labelled marked, Label label) {
    return false;
  }

  /**
   * Without sources there are no suppressions that live in sources: they silence nothing and are
   * not known to be superfluous. All else is as with sources.
   *
   * @param suppressed ids of what the sources suppress
   */
  record WithoutSources(Set<String> suppressed) implements Demand {
    @Override
    public boolean knows(String rule) {
      return !rule.equals("unused-suppression");
    }

    @Override
    public boolean silences(Finding finding) {
      return suppressed.contains(finding.id());
    }
  }

  /**
   * Without the classes that it leans on, what code waits for and computes there is not seen: it
   * may look lighter, or like waiting for another thread, as long as its label is a part of the
   * truth.
   */
  record WithoutClassPath() implements Demand {
    @Override
    public boolean mayKeepSilent() {
      return true;
    }

    @Override
    public boolean mayLabel(Labelled marked, Label label) {
      boolean seen = label.missing().isEmpty();
      return label.bound() == Bound.UNKNOWN
          || waitsForAnother(marked, label)
          || !seen && isPart(marked, label);
    }

    /** The other thread is seen, and what it does is not. */
    private static boolean waitsForAnother(Labelled marked, Label label) {
      return marked.bound() == Bound.IO && label.bound() == Bound.IO && words(label).equals(LOCK);
    }

    private static boolean isPart(Labelled marked, Label label) {
      return marked.bound() == Bound.MIXED && marked.kinds().containsAll(words(label));
    }

    private static List<String> words(Label label) {
      return label.kinds().stream().map(Kind::word).toList();
    }

    private static final List<String> LOCK = List.of(Kind.LOCK.word());
  }
}
