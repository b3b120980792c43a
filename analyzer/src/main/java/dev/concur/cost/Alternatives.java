package dev.concur.cost;

import dev.concur.model.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bodies of which a call runs one, we do not know which.
 *
 * <p>Their mean is what the call costs, but one of very many must not speak for all: what is met
 * too seldom is left out, and computing far beyond that of the others is cut.
 */
final class Alternatives {

  /** With fewer bodies than this the mean is as good as anything. */
  private static final int MANY = 4;

  /** So many times what the middle one computes is believed of any. */
  private static final double BEYOND = 20;

  /** What the middle one computes at least, ns: setters beside one that works say nothing. */
  private static final double LEAST = 1_000;

  private final List<Tally> bodies;
  private final double share;
  private final Map<Kind, Double> chances = new EnumMap<>(Kind.class);

  Alternatives(List<Tally> bodies) {
    this.bodies = bodies;
    this.share = 1.0 / Math.max(1, bodies.size());
    for (Tally body : bodies) {
      body.parts.forEach((kind, nanos) -> chance(kind, share * body.chance(kind)));
    }
  }

  private void chance(Kind kind, double more) {
    chances.merge(kind, more, Double::sum);
  }

  /** How likely each kind is met, whichever body runs. */
  Map<Kind, Double> chances() {
    return chances;
  }

  /** Each body, without what is not to be believed of it. */
  List<Tally> believed() {
    Set<Kind> seldom =
        chances.entrySet().stream()
            .filter(chance -> chance.getValue() < Tally.BELIEVED)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    double most = bodies.size() < MANY ? Double.MAX_VALUE : BEYOND * middle();
    List<Tally> result = new ArrayList<>();
    for (Tally body : bodies) {
      Tally likely = seldom.isEmpty() ? body : body.without(seldom);
      result.add(likely.cpu.middle() > most ? likely.computing(most) : likely);
    }
    return result;
  }

  private double middle() {
    double[] all = bodies.stream().mapToDouble(body -> body.cpu.middle()).sorted().toArray();
    return Math.max(LEAST, all[all.length / 2]);
  }
}
