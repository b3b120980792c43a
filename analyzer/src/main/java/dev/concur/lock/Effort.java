package dev.concur.lock;

import dev.concur.model.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What one execution of code surely takes on its daily way, whatever the size of what it handles.
 *
 * @param cpu computing, ns, with few rounds of one loop on every way down
 * @param flat computing, ns, with one round of every loop
 * @param waits expected waiting by kind, ns
 * @param chances how likely each kind of waiting can be met at all, 0..1: what one of many bodies
 *     behind a virtual call does is unlikely
 * @param strange how likely it is that strangers' code runs, 0..1
 * @param natives how likely native code of others runs, or a program in another language, 0..1
 */
record Effort(
    double cpu,
    double flat,
    Map<Kind, Double> waits,
    Map<Kind, Double> chances,
    double strange,
    double natives) {

  Effort {
    waits = small(waits);
    chances = small(chances);
  }

  /** What fewer than one of so many executions can meet is not worth a claim. */
  static final double BELIEVED = 0.1;

  static final Effort NONE = new Effort(0, 0, Map.of(), Map.of(), 0, 0);

  /** Strangers' code and nothing else. */
  static final Effort STRANGE = new Effort(0, 0, Map.of(), Map.of(), 1, 0);

  static Effort computing(double nanos) {
    return new Effort(nanos, nanos, Map.of(), Map.of(), 0, 0);
  }

  /** Expected time in all, the work of strangers and native code included, ns. */
  double nanos() {
    return cpu + waiting() + (strange + natives) * Strangers.NANOS.middle();
  }

  /**
   * Its time as a part of the work of all: sleeping is nobody's work, and what strangers do outside
   * of a lock excuses nothing, so that it counts no more than what just matters.
   */
  double work() {
    return cpu
        + waiting()
        - waits.getOrDefault(Kind.SLEEP, 0.0)
        + (strange + natives) * Judgement.TINY_NANOS;
  }

  /** The same without what is waited for. */
  Effort awake() {
    return new Effort(cpu, flat, Map.of(), Map.of(), strange, natives);
  }

  /** Expected waiting, ns. */
  double waiting() {
    return waits.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How likely a wait for something outside the process can be met. */
  double chanceOutside() {
    double none = 1;
    for (Map.Entry<Kind, Double> each : chances.entrySet()) {
      none *= each.getKey().outside() ? 1 - each.getValue() : 1;
    }
    return 1 - none;
  }

  /** How long it waits for something outside when it does, ns. */
  double outside() {
    double expected =
        waits.entrySet().stream()
            .filter(each -> each.getKey().outside())
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return expected <= 0 ? 0 : expected / chanceOutside();
  }

  /** How long it waits for this when it does, ns. */
  double waits(Kind kind) {
    return chance(kind) <= 0 ? 0 : waits.getOrDefault(kind, 0.0) / chance(kind);
  }

  double chance(Kind kind) {
    return chances.getOrDefault(kind, 0.0);
  }

  Effort plus(Effort other) {
    return new Effort(
        cpu + other.cpu,
        flat + other.flat,
        merged(waits, other.waits, Double::sum),
        merged(chances, other.chances, Effort::either),
        either(strange, other.strange),
        either(natives, other.natives));
  }

  /** So many executions of it on average: loops within loops are not many times many. */
  Effort times(Rounds rounds) {
    return new Effort(
        Math.max(cpu, flat * rounds.few()) * rounds.surely(),
        flat * rounds.surely(),
        scaled(waits, rounds.times()),
        chances,
        strange,
        natives);
  }

  /** Its share among several bodies of which one runs. */
  Effort share(double share) {
    return new Effort(
        cpu * share,
        flat * share,
        scaled(waits, share),
        scaled(chances, share),
        strange * share,
        natives * share);
  }

  /** Several bodies of which one runs. */
  Effort or(Effort other) {
    return new Effort(
        cpu + other.cpu,
        flat + other.flat,
        merged(waits, other.waits, Double::sum),
        merged(chances, other.chances, (a, b) -> Math.min(1, a + b)),
        Math.min(1, strange + other.strange),
        Math.min(1, natives + other.natives));
  }

  /** Nearly all that is added up waits for nothing: no map is made for that. */
  private static Map<Kind, Double> merged(
      Map<Kind, Double> one, Map<Kind, Double> other, BinaryOperator<Double> how) {
    if (other.isEmpty()) {
      return one;
    }
    Map<Kind, Double> merged = new EnumMap<>(Kind.class);
    merged.putAll(one);
    other.forEach((kind, value) -> merged.merge(kind, value, how));
    return merged;
  }

  private static Map<Kind, Double> scaled(Map<Kind, Double> from, double by) {
    if (from.isEmpty()) {
      return from;
    }
    Map<Kind, Double> scaled = new EnumMap<>(Kind.class);
    from.forEach((kind, value) -> scaled.put(kind, value * by));
    return scaled;
  }

  /** A table by kind has room for all of them; mostly there is one. */
  private static Map<Kind, Double> small(Map<Kind, Double> map) {
    if (map.size() > 1) {
      return map;
    }
    Map<Kind, Double> small = Map.of();
    for (Map.Entry<Kind, Double> only : map.entrySet()) {
      small = Map.of(only.getKey(), only.getValue());
    }
    return small;
  }

  private static double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
  }
}
