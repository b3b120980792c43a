package dev.concur.cost;

import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** What one execution of a method adds up to, with the heaviest step of each kind as evidence. */
final class Tally {

  /** More than this many symbolic effects or writes of one method are not worth carrying. */
  private static final int MANY = 12;

  /**
   * More than this is no best guess of one execution, ns. Loops within loops through many calls,
   * and virtual calls that may run everything, multiply to figures beyond the age of the universe.
   */
  private static final double LONGEST = 1e10;

  /**
   * The same of an upper bound, ns: far beyond the best guess, since the distance of the two says
   * how little is known, and with that how little a further guess may multiply.
   */
  private static final double WIDEST = 1e18;

  /** What fewer than one of so many executions meets is not worth a claim. */
  static final double BELIEVED = 0.1;

  Interval cpu = Interval.ZERO;
  Map<Kind, Interval> parts;
  Map<Kind, Step> steps;

  /** How likely each kind is met at all, 0..1: what only one of many bodies does is not. */
  Map<Kind, Double> chances;

  List<Symbolic> symbolic;

  /** Places that write state others can see, by parameter index; -1 for static state. */
  Map<Integer, Step> writes;

  /** Places that change objects of the JDK, or run unseen code for what it changes; as writes. */
  Map<Integer, Step> changes;

  /** How much of the computing grows with what is given as a parameter, best guess, ns. */
  Map<Integer, Double> sized;

  Map<String, Step> callsOut;
  Map<String, Step> natives;
  Set<String> missing;

  /** The heaviest loop nest over data, as evidence for plain computing. */
  Optional<Step> loop = Optional.empty();

  /** How much of the waiting happens only when a cache misses, best guess, ns. */
  double missedWait;

  /** How much of the computing happens only when a cache misses, best guess, ns. */
  double missedCpu;

  /** Whether it joins work that was begun earlier, all of it before the first join. */
  boolean gathers;

  boolean async;
  boolean guessed;

  /** Whether it rests on a general word about a library that was not there to be read. */
  boolean presumed;

  Tally() {
    parts = new ShortMap<>();
    steps = new ShortMap<>();
    chances = new ShortMap<>();
    symbolic = new ArrayList<>(0);
    writes = new ShortMap<>();
    changes = new ShortMap<>();
    sized = new ShortMap<>();
    callsOut = ShortMap.asTheyCome();
    natives = ShortMap.asTheyCome();
    missing = Collections.newSetFromMap(new ShortMap<String, Boolean>());
  }

  /** Another one that is only read: what it does not replace it has in common with this one. */
  private Tally(Tally other) {
    cpu = other.cpu;
    parts = other.parts;
    steps = other.steps;
    chances = other.chances;
    symbolic = other.symbolic;
    writes = other.writes;
    changes = other.changes;
    sized = other.sized;
    callsOut = other.callsOut;
    natives = other.natives;
    missing = other.missing;
    loop = other.loop;
    missedWait = other.missedWait;
    missedCpu = other.missedCpu;
    gathers = other.gathers;
    async = other.async;
    guessed = other.guessed;
    presumed = other.presumed;
  }

  /** The same in as little memory as it takes; nothing is added any more. */
  Tally settled() {
    parts = settled(parts);
    steps = settled(steps);
    chances = settled(chances);
    symbolic = List.copyOf(symbolic);
    writes = settled(writes);
    changes = settled(changes);
    sized = settled(sized);
    callsOut = settled(callsOut);
    natives = settled(natives);
    missing = missing.isEmpty() ? Set.of() : missing;
    return this;
  }

  private static <K, V> Map<K, V> settled(Map<K, V> map) {
    if (map instanceof ShortMap<?, ?> filled) {
      filled.trim();
    }
    return map.isEmpty() ? Map.of() : map;
  }

  void compute(Interval nanos) {
    cpu = believable(cpu.plus(nanos));
  }

  void add(Kind kind, Interval nanos, Step step) {
    add(kind, nanos, step, 1);
  }

  void add(Kind kind, Interval nanos, Step step, double chance) {
    add(kind, nanos, step.weight(), () -> step, chance);
  }

  /** The same for a step that is made only if it is the heaviest so far. */
  void add(Kind kind, Interval nanos, double weight, Supplier<Step> step, double chance) {
    if (nanos.isZero()) {
      return;
    }
    // At one of several places: on each of two branches it is likelier than on one.
    chances.merge(kind, chance, (a, b) -> a + b - a * b);
    parts.merge(kind, nanos, (a, b) -> believable(a.plus(b)));
    if (!kind.waits()) {
      cpu = believable(cpu.plus(nanos));
    }
    Step heaviest = steps.get(kind);
    if (heaviest == null || weight > heaviest.weight()) {
      steps.put(kind, step.get());
    }
  }

  /** Makes a kind that is there at least so likely. */
  void likely(Kind kind, double chance) {
    chances.computeIfPresent(kind, (same, known) -> Math.max(known, chance));
  }

  /** Gives computing that is counted already a name. */
  void name(Kind kind, double nanos, Where at) {
    if (nanos > 0) {
      parts.merge(kind, Interval.within(nanos, 3), Interval::plus);
      steps.putIfAbsent(kind, new Step(at, Optional.empty(), nanos));
    }
  }

  static Interval believable(Interval nanos) {
    return new Interval(
        Math.min(nanos.low(), LONGEST),
        Math.min(nanos.middle(), LONGEST),
        Math.min(nanos.high(), WIDEST));
  }

  void symbolic(Symbolic effect) {
    boolean known = symbolic.stream().anyMatch(effect::like);
    if (!known && symbolic.size() < MANY) {
      symbolic.add(effect);
    }
  }

  void writes(int parameter, Step step) {
    writes.putIfAbsent(parameter, step);
  }

  void changes(int parameter, Step step) {
    changes.putIfAbsent(parameter, step);
  }

  void callsOut(String type, Step step) {
    if (callsOut.size() < MANY) {
      callsOut.putIfAbsent(type, step);
    }
  }

  Interval waiting() {
    if (parts.isEmpty()) {
      return Interval.ZERO;
    }
    Interval sum = Interval.ZERO;
    for (Map.Entry<Kind, Interval> part : parts.entrySet()) {
      if (part.getKey().waits()) {
        sum = sum.plus(part.getValue());
      }
    }
    return sum;
  }

  /** This part of it, 0..1, with the same evidence. */
  Tally share(double part) {
    Tally result = copy();
    result.symbolic.clear();
    result.cpu = cpu.times(part);
    result.parts.replaceAll((kind, nanos) -> nanos.times(part));
    result.missedWait = missedWait * part;
    result.missedCpu = missedCpu * part;
    return result;
  }

  /** The same without some kinds, to be read only. */
  Tally without(Set<Kind> kinds) {
    if (missedWait == 0 && missedCpu == 0 && Collections.disjoint(parts.keySet(), kinds)) {
      return this;
    }
    Tally result = new Tally(this);
    result.parts = ShortMap.copyOf(parts);
    double wait = missedWaitShare();
    double cpuMissed = missedCpuShare();
    for (Kind kind : kinds) {
      result.cpu = kind.waits() ? result.cpu : result.cpu.minus(part(kind));
      result.parts.remove(kind);
    }
    result.missedWait = wait * result.waiting().middle();
    result.missedCpu = cpuMissed * result.cpu.middle();
    return result;
  }

  /** The same when it computes no longer than this, to be read only. */
  Tally computing(double nanos) {
    double part = nanos / cpu.middle();
    Tally result = new Tally(this);
    result.parts = ShortMap.copyOf(parts);
    result.sized = ShortMap.copyOf(sized);
    result.cpu = cpu.times(part);
    result.parts.replaceAll((kind, all) -> kind.waits() ? all : all.times(part));
    result.sized.replaceAll((parameter, all) -> all * part);
    result.missedCpu = missedCpu * part;
    return result;
  }

  /** The same with other amounts of the same kinds, to be read only. */
  Tally costing(Interval computing, Map<Kind, Interval> amounts) {
    double part = cpu.middle() > 0 ? computing.middle() / cpu.middle() : 1;
    Tally result = new Tally(this);
    result.cpu = computing;
    result.parts = amounts;
    result.sized = ShortMap.copyOf(sized);
    result.sized.replaceAll((parameter, all) -> all * part);
    result.missedCpu = missedCpuShare() * computing.middle();
    result.missedWait = missedWaitShare() * result.waiting().middle();
    return result;
  }

  Tally copy() {
    Tally result = new Tally();
    result.cpu = cpu;
    result.parts = ShortMap.copyOf(parts);
    result.steps = ShortMap.copyOf(steps);
    result.chances = ShortMap.copyOf(chances);
    result.symbolic.addAll(symbolic);
    result.sized = ShortMap.copyOf(sized);
    result.writes = ShortMap.copyOf(writes);
    result.changes = ShortMap.copyOf(changes);
    result.callsOut.putAll(callsOut);
    result.natives.putAll(natives);
    result.missing.addAll(missing);
    result.loop = loop;
    result.missedWait = missedWait;
    result.missedCpu = missedCpu;
    result.gathers = gathers;
    result.async = async;
    result.guessed = guessed;
    result.presumed = presumed;
    return result;
  }

  /**
   * Counts as missed, of what was added since it waited and computed so much, the share that was
   * missed in what was added.
   */
  void missed(double waitBefore, double cpuBefore, double waitShare, double cpuShare) {
    if (waitShare > 0) {
      missedWait += waitShare * Math.max(0, waiting().middle() - waitBefore);
    }
    missedCpu += cpuShare * Math.max(0, cpu.middle() - cpuBefore);
  }

  /** The share of its waiting that happens only when a cache misses, 0..1. */
  double missedWaitShare() {
    return missedWait == 0 ? 0 : share(missedWait, waiting().middle());
  }

  /** The share of its computing that happens only when a cache misses, 0..1. */
  double missedCpuShare() {
    return share(missedCpu, cpu.middle());
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : Math.min(1, part / whole);
  }

  /** Waiting per call that is met often enough, when caches answer, best guess, ns. */
  double warmWait() {
    return likelyWait() * (1 - missedWaitShare());
  }

  /** Waiting per call that is met often enough, best guess, ns. */
  double likelyWait() {
    return Math.max(0, waiting().middle() - unlikely(true));
  }

  /** Waiting per call that is met often enough, ns. */
  Interval likelyWaiting() {
    Interval sum = Interval.ZERO;
    for (Map.Entry<Kind, Interval> part : parts.entrySet()) {
      if (part.getKey().waits() && believed(part.getKey())) {
        sum = sum.plus(part.getValue());
      }
    }
    return sum;
  }

  /** Computing per call that is met often enough, when caches answer, best guess, ns. */
  double warmCpu() {
    return Math.max(0, cpu.middle() - unlikely(false)) * (1 - missedCpuShare());
  }

  /** What only some of very many bodies behind its calls do. */
  private double unlikely(boolean waiting) {
    return kinds(waiting).stream()
        .filter(kind -> !believed(kind))
        .mapToDouble(kind -> part(kind).middle())
        .sum();
  }

  /** Whether a kind is met often enough to be worth a claim. */
  boolean believed(Kind kind) {
    return chance(kind) >= BELIEVED;
  }

  Cost cost() {
    return new Cost(cpu, waiting(), Provenance.DERIVED);
  }

  double chance(Kind kind) {
    return chances.getOrDefault(kind, 1.0);
  }

  /** Computing that has a name, best guess, ns. */
  double named() {
    if (parts.isEmpty()) {
      return 0;
    }
    double[] named = new double[parts.size()];
    int size = 0;
    for (Map.Entry<Kind, Interval> part : parts.entrySet()) {
      if (!part.getKey().waits()) {
        named[size++] = -part.getValue().middle();
      }
    }
    if (size < 2) {
      return size == 0 ? 0 : -named[0];
    }
    // Heaviest first: the order in which sums were always made.
    Arrays.sort(named, 0, size);
    return -DoubleStream.of(named).limit(size).sum();
  }

  /** Kinds of waiting or of computing, heaviest first. */
  List<Kind> kinds(boolean waiting) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().waits() == waiting)
        .sorted(
            Comparator.comparingDouble((Map.Entry<Kind, Interval> p) -> -p.getValue().middle())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  Interval part(Kind kind) {
    return parts.getOrDefault(kind, Interval.ZERO);
  }
}
