package dev.concur.workloads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes of many workloads together. */
record Scoreboard(List<Outcome> outcomes) {

  double meanRegret() {
    return outcomes.stream().mapToDouble(Outcome::regret).average().orElse(0);
  }

  /** Share of the workloads whose advice is within 15 % of the best. */
  double nearBest() {
    return share(outcomes.stream().filter(each -> each.regret() <= 0.15).count(), outcomes.size());
  }

  /** Workloads whose advice is more than twice as slow as the best. */
  long twiceAsSlow() {
    return outcomes.stream().filter(each -> each.regret() > 0.5).count();
  }

  /** Share of the predictions within 20 % of what was measured. */
  double predictedWell() {
    return share(outcomes.stream().filter(Outcome::close).count(), predictions());
  }

  /** Share of the predictions between whose bounds it was measured. */
  double bounded() {
    return share(outcomes.stream().filter(Outcome::within).count(), predictions());
  }

  long predictions() {
    return outcomes.stream().filter(each -> each.predicted().isPresent()).count();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  String table() {
    StringBuilder text =
        new StringBuilder(
            "| workload | advice | way followed | best way | regret | predicted | measured |\n"
                + "|--|--|--|--|--|--|--|\n");
    outcomes.forEach(each -> text.append(each.row()).append('\n'));
    return text.append('\n').append(summary()).append('\n').toString();
  }

  /** How far the predictions of each law are from what was measured. */
  String laws() {
    Map<String, List<Outcome>> byLaw =
        outcomes.stream()
            .filter(each -> each.predicted().isPresent())
            .collect(Collectors.groupingBy(Outcome::law, TreeMap::new, Collectors.toList()));
    StringBuilder text =
        new StringBuilder(
            "| law | n | median of predicted / measured | within 20 % |\n|--|--|--|--|\n");
    byLaw.forEach(
        (law, some) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.0f %% |%n",
                    law,
                    some.size(),
                    median(some),
                    100 * share(some.stream().filter(Outcome::close).count(), some.size()))));
    return text.toString();
  }

  private static double median(List<Outcome> some) {
    double[] ratios =
        some.stream()
            .mapToDouble(each -> each.predicted().orElseThrow() / each.measured())
            .sorted()
            .toArray();
    return ratios[ratios.length / 2];
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%d workloads: mean regret %.3f, %.0f %% within 15 %% of the best, %d more than 2x worse;"
            + " of %d predictions %.0f %% within 20 %%, %.0f %% within their bounds.",
        outcomes.size(),
        meanRegret(),
        100 * nearBest(),
        twiceAsSlow(),
        predictions(),
        100 * predictedWell(),
        100 * bounded());
  }
}
