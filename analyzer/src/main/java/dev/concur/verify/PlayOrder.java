package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.model.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which experiments are played when time is short: expected gain times doubt, and half
 * as much for every experiment with the same remedy that is already in the order, since it would
 * teach less.
 */
final class PlayOrder {

  private PlayOrder() {}

  static List<Experiment> of(List<Experiment> experiments) {
    List<Experiment> left = new ArrayList<>(experiments);
    List<Experiment> order = new ArrayList<>();
    Map<Model, Integer> taken = new HashMap<>();
    while (!left.isEmpty()) {
      Experiment best = left.get(0);
      for (Experiment each : left) {
        if (worth(each, taken) > worth(best, taken)) {
          best = each;
        }
      }
      left.remove(best);
      order.add(best);
      taken.merge(best.advised().model(), 1, Integer::sum);
    }
    return order;
  }

  private static double worth(Experiment experiment, Map<Model, Integer> taken) {
    double gain = Math.min(3, Math.abs(Math.log(experiment.predicted())));
    Interval total = experiment.workload().total();
    double doubt = Math.min(5, Math.log(Math.max(1, total.high()) / Math.max(1, total.low())));
    int before = taken.getOrDefault(experiment.advised().model(), 0);
    return (.2 + gain) * (1 + doubt) / (1L << Math.min(before, 30));
  }
}
