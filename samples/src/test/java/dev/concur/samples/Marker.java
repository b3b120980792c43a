package dev.concur.samples;

import dev.concur.model.Bound;
import dev.concur.samples.Disagreement.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a comment in a sample demands of the analysis. */
sealed interface Marker {

  /** The lines on which the answer may be reported. */
  Lines lines();

  /**
   * A finding is due.
   *
   * @param rules ids that must be among the finding's facets, the one that matters most first
   * @param advice first remedy by the runtime from which on it is the best; empty when none is
   *     stated
   * @param runtimes where the finding is due
   */
  record Expect(Lines lines, List<String> rules, Map<Integer, String> advice, Lines runtimes)
      implements Marker {
    public Expect {
      rules = List.copyOf(rules);
      advice = java.util.Collections.unmodifiableMap(new TreeMap<>(advice));
    }

    /** The remedy that is best on a runtime. */
    Optional<String> adviceOn(int runtime) {
      return Optional.ofNullable(new TreeMap<>(advice).floorEntry(runtime))
          .map(Map.Entry::getValue);
    }

    boolean appliesTo(int runtime) {
      return runtimes.contain(runtime);
    }
  }

  /**
   * A method has this label.
   *
   * @param method name of the method that is declared there
   * @param kinds words of the kinds that the label must name, the strongest first
   */
  record Labelled(Lines lines, String method, Bound bound, List<String> kinds, boolean async)
      implements Marker {
    public Labelled {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * A disagreement that we admit to; when it is gone, the marker must go too.
   *
   * @param what a rule, {@code label} or {@code advice}
   * @param runtimes where it is known
   */
  record Known(Lines lines, Sort sort, String what, String why, Lines runtimes) implements Marker {}

  /** A range of lines or releases, both ends included. */
  record Lines(int first, int last) {
    /** All of them. */
    static final Lines ALL = new Lines(0, Integer.MAX_VALUE);

    boolean contain(int number) {
      return first <= number && number <= last;
    }
  }
}
