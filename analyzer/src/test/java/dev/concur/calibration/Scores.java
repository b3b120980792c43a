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

    String measured() {
      return words(truth.bound(), truth.kinds())
          + ", "
          + times(truth.waitNanos(), truth.cpuNanos());
    }

    String said() {
      String times =
          label
              .cost()
              .map(cost -> times(cost.waiting().middle(), cost.cpu().middle()))
              .orElseGet(() -> "missing " + String.join(", ", label.missing()));
      return words(label.bound(), label.kinds()) + ", " + times;
    }

    private static String words(Bound bound, Collection<Kind> kinds) {
      String named = kinds.stream().map(Kind::word).collect(Collectors.joining(", "));
      return named.isEmpty() ? bound.word() : bound.word() + " (" + named + ")";
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

  double right() {
    return cases.stream().mapToInt(one -> one.right() ? 1 : 0).average().orElse(1);
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
    text.append("| confidence | labels | right |\n|---|---|---|\n");
    for (Confidence confidence : Confidence.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.3f |%n",
              confidence.name().toLowerCase(Locale.ROOT),
              at(confidence).size(),
              rightAt(confidence)));
    }
    return text.toString();
  }

  /** Cases whose bound is wrong, or whose kind is. */
  List<Case> missed() {
    return cases.stream().filter(one -> !one.right() || !one.kindRight().orElse(true)).toList();
  }

  String misses() {
    return missed().stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%-32s measured %s | said %s (%s)",
                    one.truth().method(),
                    one.measured(),
                    one.said(),
                    one.label().confidence().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("\n"));
  }

  /** Times in us. */
  static String times(double waitNanos, double cpuNanos) {
    return String.format(
        Locale.ROOT, "waits %.0f us, computes %.0f us", waitNanos / 1e3, cpuNanos / 1e3);
  }
}
