package dev.concur.calibration;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How well labels agree with what was measured. */
final class Scores {

  private static final List<Bound> BOUNDS = List.of(Bound.IO, Bound.CPU, Bound.MIXED, Bound.LIGHT);

  /** One method: what was measured and what was said. */
  record Case(Measured truth, Label label) {
    boolean right() {
      return truth.bound() == label.bound();
    }

    /**
     * Whether one of the kinds that were meant is named first; nothing to ask where it is light.
     */
    Optional<Boolean> kindRight() {
      boolean asked = truth.bound() != Bound.LIGHT && right() && !truth.kinds().isEmpty();
      if (!asked) {
        return Optional.empty();
      }
      Set<Kind> said = label.kinds();
      return Optional.of(!said.isEmpty() && truth.kinds().contains(said.iterator().next()));
    }
  }

  private final List<Case> cases = new ArrayList<>();
  private final Map<Bound, Map<Bound, Integer>> matrix = new EnumMap<>(Bound.class);

  Scores(Collection<Case> all) {
    cases.addAll(all);
    for (Case one : cases) {
      matrix
          .computeIfAbsent(one.truth().bound(), bound -> new EnumMap<>(Bound.class))
          .merge(one.label().bound(), 1, Integer::sum);
    }
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  int count(Bound truth, Bound said) {
    return matrix.getOrDefault(truth, Map.of()).getOrDefault(said, 0);
  }

  double precision(Bound bound) {
    int said = 0;
    for (Bound truth : Bound.values()) {
      said += count(truth, bound);
    }
    return said == 0 ? 0 : (double) count(bound, bound) / said;
  }

  double recall(Bound bound) {
    int there = matrix.getOrDefault(bound, Map.of()).values().stream().mapToInt(n -> n).sum();
    return there == 0 ? 0 : (double) count(bound, bound) / there;
  }

  double f1(Bound bound) {
    double both = precision(bound) + recall(bound);
    return both == 0 ? 0 : 2 * precision(bound) * recall(bound) / both;
  }

  double macroF1() {
    return BOUNDS.stream().mapToDouble(this::f1).average().orElse(0);
  }

  double kinds() {
    return cases.stream()
        .flatMap(one -> one.kindRight().stream())
        .mapToInt(right -> right ? 1 : 0)
        .average()
        .orElse(0);
  }

  double rightAt(Confidence confidence) {
    return at(confidence).stream().mapToInt(one -> one.right() ? 1 : 0).average().orElse(1);
  }

  private List<Case> at(Confidence confidence) {
    return cases.stream().filter(one -> one.label().confidence() == confidence).toList();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "| measured \\ said | io | cpu | mixed | light | unknown | precision | recall | F1 |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Bound truth : BOUNDS) {
      text.append("| ").append(truth.word());
      for (Bound said : Bound.values()) {
        text.append(" | ").append(count(truth, said));
      }
      text.append(
          String.format(
              Locale.ROOT,
              " | %.3f | %.3f | %.3f |%n",
              precision(truth),
              recall(truth),
              f1(truth)));
    }
    text.append(
        String.format(Locale.ROOT, "%nmacro-F1 %.3f, kinds right %.3f%n%n", macroF1(), kinds()));
    for (Confidence confidence : Confidence.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "confidence %s: %d labels, %.3f right%n",
              confidence.name().toLowerCase(Locale.ROOT),
              at(confidence).size(),
              rightAt(confidence)));
    }
    return text.toString();
  }

  String misses() {
    return cases.stream()
        .filter(one -> !one.right() || !one.kindRight().orElse(true))
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%-32s measured %-5s %-16s wait %8.0f us cpu %8.0f us | said %-7s %-20s %-6s %s",
                    one.truth().method(),
                    one.truth().bound().word(),
                    one.truth().kinds(),
                    one.truth().waitNanos() / 1e3,
                    one.truth().cpuNanos() / 1e3,
                    one.label().bound().word(),
                    one.label().kinds(),
                    one.label().confidence(),
                    one.label()
                        .cost()
                        .map(
                            c ->
                                String.format(
                                    Locale.ROOT,
                                    "wait %.0f us cpu %.0f us",
                                    c.waiting().middle() / 1e3,
                                    c.cpu().middle() / 1e3))
                        .orElse(one.label().missing().toString())))
        .collect(Collectors.joining("\n"));
  }
}
