package dev.concur.lock;

import dev.concur.model.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one execution of code surely takes on its daily way, whatever the size of what it handles.
 *
 * @param cpu computing, ns, with few rounds of one loop on every way down
 * @param flat computing, ns, with one round of every loop
 * @param waits expected waiting by kind, ns
 * @param chances how likely each kind of waiting can be met at all, 0..1: what one of many bodies
 *     behind a virtual call does is unlikely
 * @param strange how likely it is that strangers' code runs, 0..1
 * @param natives how likely native code of others runs, 0..1
 */
record Effort(
    double cpu,
    double flat,
    Map<Kind, Double> waits,
    Map<Kind, Double> chances,
    double strange,
    double natives) {

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
    Map<Kind, Double> sum = copy(waits);
    other.waits.forEach((kind, nanos) -> sum.merge(kind, nanos, Double::sum));
    Map<Kind, Double> met = copy(chances);
    other.chances.forEach((kind, chance) -> met.merge(kind, chance, Effort::either));
    return new Effort(
        cpu + other.cpu,
        flat + other.flat,
        sum,
        met,
        either(strange, other.strange),
        either(natives, other.natives));
  }

  /** So many executions of it on average: loops within loops are not many times many. */
  Effort times(Rounds rounds) {
    Map<Kind, Double> more = copy(waits);
    more.replaceAll((kind, nanos) -> nanos * rounds.times());
    return new Effort(
        Math.max(cpu, flat * rounds.few()) * rounds.surely(),
        flat * rounds.surely(),
        more,
        chances,
        strange,
        natives);
  }

  /** Its share among several bodies of which one runs. */
  Effort share(double share) {
    Map<Kind, Double> less = copy(waits);
    less.replaceAll((kind, nanos) -> nanos * share);
    Map<Kind, Double> met = copy(chances);
    met.replaceAll((kind, chance) -> chance * share);
    return new Effort(cpu * share, flat * share, less, met, strange * share, natives * share);
  }

  /** Several bodies of which one runs. */
  Effort or(Effort other) {
    Map<Kind, Double> sum = copy(waits);
    other.waits.forEach((kind, nanos) -> sum.merge(kind, nanos, Double::sum));
    Map<Kind, Double> met = copy(chances);
    other.chances.forEach((kind, chance) -> met.merge(kind, chance, (a, b) -> Math.min(1, a + b)));
    return new Effort(
        cpu + other.cpu,
        flat + other.flat,
        sum,
        met,
        Math.min(1, strange + other.strange),
        Math.min(1, natives + other.natives));
  }

  private static Map<Kind, Double> copy(Map<Kind, Double> from) {
    Map<Kind, Double> copy = new EnumMap<>(Kind.class);
    copy.putAll(from);
    return copy;
  }

  private static double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
  }
}
