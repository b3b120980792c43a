package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a method adds up to as bytes, a tenth of the memory: numbers, and numbers of what it names
 * (methods, fields, words). Nothing is rounded.
 */
final class PackedTally {

  private static final int GATHERS = 1;
  private static final int ASYNC = 2;
  private static final int GUESSED = 4;
  private static final int PRESUMED = 8;
  private static final int LOOP = 16;
  private static final int MISSED = 32;

  /** Of a symbolic effect: whether it calls, and what is known beside how often. */
  private static final int CALLS = 1;

  private static final int FIELD = 2;
  private static final int OTHERWISE = 4;

  private static final Kind[] KINDS = Kind.values();

  private PackedTally() {}

  /** Writes what a method adds up to, to which nothing is added any more. */
  static void write(Tally tally, StepWriter out) {
    boolean missed = tally.missedWait != 0 || tally.missedCpu != 0;
    out.number(
        (tally.gathers ? GATHERS : 0)
            | (tally.async ? ASYNC : 0)
            | (tally.guessed ? GUESSED : 0)
            | (tally.presumed ? PRESUMED : 0)
            | (tally.loop.isPresent() ? LOOP : 0)
            | (missed ? MISSED : 0));
    out.interval(tally.cpu);
    if (missed) {
      out.amount(tally.missedWait);
      out.amount(tally.missedCpu);
    }
    tally.loop.ifPresent(out::step);
    each(out, tally.parts, out::kind, out::interval);
    out.number(tally.steps.size());
    tally.steps.forEach(
        (kind, step) -> {
          out.kind(kind);
          out.step(step, tally.part(kind).middle());
        });
    each(out, tally.chances, out::kind, out::chance);
    each(out, tally.sized, out::index, out::amount);
    each(out, tally.writes, out::index, out::step);
    each(out, tally.changes, out::index, out::step);
    each(out, tally.callsOut, out::name, out::step);
    each(out, tally.natives, out::name, out::step);
    out.number(tally.missing.size());
    tally.missing.forEach(out::name);
    out.number(tally.symbolic.size());
    tally.symbolic.forEach(effect -> write(effect, out));
  }

  private static void write(Symbolic effect, StepWriter out) {
    out.number(
        (effect.calls() ? CALLS : 0)
            | (effect.field().isPresent() ? FIELD : 0)
            | (effect.otherwise().isPresent() ? OTHERWISE : 0));
    out.index(effect.parameter());
    out.interval(effect.times());
    out.number(effect.via().size());
    effect.via().forEach(out::name);
    effect.field().ifPresent(out::name);
    effect.otherwise().ifPresent(out::name);
    out.step(effect.step());
  }

  private static <K, V> void each(
      StepWriter out, Map<K, V> map, Consumer<K> key, Consumer<V> value) {
    out.number(map.size());
    map.forEach(
        (k, v) -> {
          key.accept(k);
          value.accept(v);
        });
  }

  /** The same as an object. */
  static Tally read(StepReader in) {
    Tally tally = new Tally();
    int flags = in.number();
    tally.gathers = (flags & GATHERS) != 0;
    tally.async = (flags & ASYNC) != 0;
    tally.guessed = (flags & GUESSED) != 0;
    tally.presumed = (flags & PRESUMED) != 0;
    tally.cpu = in.interval();
    if ((flags & MISSED) != 0) {
      tally.missedWait = in.amount();
      tally.missedCpu = in.amount();
    }
    if ((flags & LOOP) != 0) {
      tally.loop = Optional.of(in.step());
    }
    each(in, tally.parts, () -> KINDS[in.number()], in::interval);
    for (int left = in.number(); left > 0; left--) {
      Kind kind = KINDS[in.number()];
      tally.steps.put(kind, in.step(tally.part(kind).middle()));
    }
    each(in, tally.chances, () -> KINDS[in.number()], in::chance);
    each(in, tally.sized, in::index, in::amount);
    each(in, tally.writes, in::index, in::step);
    each(in, tally.changes, in::index, in::step);
    each(in, tally.callsOut, in::text, in::step);
    each(in, tally.natives, in::text, in::step);
    for (int left = in.number(); left > 0; left--) {
      tally.missing.add(in.text());
    }
    List<Symbolic> symbolic = new ArrayList<>(0);
    for (int left = in.number(); left > 0; left--) {
      symbolic.add(effect(in));
    }
    tally.symbolic = symbolic;
    return tally.settled();
  }

  private static Symbolic effect(StepReader in) {
    int flags = in.number();
    int parameter = in.index();
    Interval times = in.interval();
    List<String> via = new ArrayList<>(0);
    for (int left = in.number(); left > 0; left--) {
      via.add(in.text());
    }
    Optional<FieldRef> field =
        (flags & FIELD) != 0 ? Optional.of((FieldRef) in.name()) : Optional.empty();
    Optional<Effect.Device> otherwise =
        (flags & OTHERWISE) != 0 ? Optional.of((Effect.Device) in.name()) : Optional.empty();
    boolean calls = (flags & CALLS) != 0;
    return new Symbolic(parameter, calls, times, via, field, otherwise, in.step());
  }

  private static <K, V> void each(
      StepReader in, Map<K, V> map, Supplier<K> key, Supplier<V> value) {
    for (int left = in.number(); left > 0; left--) {
      map.put(key.get(), value.get());
    }
  }
}
