package dev.concur.advise;

import dev.concur.advise.Remedy.Status;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Picks among the candidates: the simplest within a tenth of the best wins, and every other gets
 * its reason. The best is the one that comes nearest to the best of each scenario, not only to that
 * of the best guess.
 */
final class Choice {

  // The simplest remedy within this share of the best wins; below it complexity has earned its
  // place.
  private static final double NEAR = 0.9;

  // An alternative that brings less than half of the best is no alternative.
  private static final double SERIOUS = 0.5;

  /** A candidate with what it is expected to bring. */
  record Weighed(Candidate candidate, Prediction prediction) {

    double speedup() {
      return prediction.speedup();
    }
  }

  private static final Comparator<Weighed> SIMPLEST =
      Comparator.comparingInt((Weighed w) -> w.candidate().effort())
          .thenComparing(Comparator.comparingDouble(Weighed::speedup).reversed())
          .thenComparing(w -> w.candidate().model());

  private static final Comparator<Weighed> FASTEST =
      Comparator.comparingDouble(Weighed::speedup).reversed().thenComparing(SIMPLEST);

  private final List<Weighed> weighed;
  private final Weighed chosen;

  private Choice(List<Weighed> weighed, Weighed chosen) {
    this.weighed = weighed;
    this.chosen = chosen;
  }

  /** Weighs the candidates; at least one of them has no objection. */
  static Choice among(List<Candidate> candidates, Situation situation) {
    List<Weighed> weighed =
        candidates.stream()
            .map(candidate -> new Weighed(candidate, Predictor.of(situation, candidate.arm())))
            .toList();
    List<Weighed> open = weighed.stream().filter(w -> !w.candidate().refused()).toList();
    Map<Weighed, Double> worth = worth(open, situation);
    double best = worth.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    Weighed chosen =
        open.stream()
            .filter(w -> worth.getOrDefault(w, 0.0) >= NEAR * best)
            .min(SIMPLEST)
            .orElseThrow(() -> new IllegalArgumentException("no candidate without an objection"));
    return new Choice(weighed, chosen);
  }

  /** The share of the best rate that each reaches, over all scenarios. */
  private static Map<Weighed, Double> worth(List<Weighed> open, Situation situation) {
    Map<Weighed, Double> worth = new LinkedHashMap<>();
    for (Scenarios.Scenario scenario : Scenarios.of(situation.work())) {
      Map<Weighed, Double> rates = new LinkedHashMap<>();
      open.forEach(
          w -> rates.put(w, Predictor.rate(situation, w.candidate().arm(), scenario.load())));
      double best = rates.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
      rates.forEach((w, rate) -> worth.merge(w, scenario.weight() * rate / best, Double::sum));
    }
    return worth;
  }

  Weighed chosen() {
    return chosen;
  }

  /** The ones that would do as well, or nearly, best first. */
  List<Weighed> alternatives() {
    return weighed.stream().filter(this::serious).sorted(FASTEST).toList();
  }

  private boolean serious(Weighed w) {
    return !w.equals(chosen)
        && !w.candidate().refused()
        && w.speedup() >= Predictor.PAYS
        && w.speedup() >= SERIOUS * chosen.speedup();
  }

  /** All of them as remedies: the chosen, the alternatives, then the rejected with their reason. */
  List<Remedy> remedies() {
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(remedy(chosen, Status.RECOMMENDED, ""));
    alternatives().forEach(w -> remedies.add(remedy(w, Status.ALTERNATIVE, "")));
    weighed.stream()
        .filter(w -> !w.equals(chosen) && !serious(w))
        .sorted(FASTEST)
        .forEach(w -> remedies.add(remedy(w, Status.REJECTED, why(w))));
    return remedies;
  }

  private String why(Weighed w) {
    if (w.candidate().refused()) {
      return w.candidate().objection();
    }
    if (w.candidate().model() == Model.SEQUENTIAL) {
      return Words.format(
          "%s gives %.1fx: the code as it is stays at %s",
          chosen.candidate().model().word(), chosen.speedup(), w.prediction().limitedBy());
    }
    String figure = w.speedup() < 9.95 ? "%.2fx" : "%.0fx";
    return Words.format(
        figure + " against " + (chosen.speedup() < 9.95 ? "%.2fx" : "%.0fx") + ": limited by %s",
        w.speedup(),
        chosen.speedup(),
        w.prediction().limitedBy());
  }

  private static Remedy remedy(Weighed w, Status status, String why) {
    Candidate candidate = w.candidate();
    return new Remedy(
        candidate.model(),
        candidate.lockChange(),
        candidate.change(),
        status,
        why,
        candidate.when(),
        candidate.arm().parameters(),
        Optional.of(w.prediction()),
        Optional.empty());
  }
}
