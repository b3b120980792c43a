package dev.concur.cost;

import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a method adds up to in a fourth of the memory: numbers as bytes, and beside them what they
 * name (methods, words). Nothing is rounded.
 */
final class PackedTally {

  private static final Object[] NOTHING = {};

  private static final int GATHERS = 1;
  private static final int ASYNC = 2;
  private static final int GUESSED = 4;
  private static final int PRESUMED = 8;
  private static final int LOOP = 16;
  private static final int MISSED = 32;

  private static final Kind[] KINDS = Kind.values();

  private final byte[] bytes;
  private final Object[] names;

  private PackedTally(byte[] bytes, Object[] names) {
    this.bytes = bytes;
    this.names = names;
  }

  /** Packs what a method adds up to, to which nothing is added any more. */
  static PackedTally of(MethodFacts method, Tally tally) {
    StepWriter out = new StepWriter(method);
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
    tally.symbolic.forEach(out::name);
    Object[] names = out.names();
    return new PackedTally(out.bytes(), names.length == 0 ? NOTHING : names);
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

  /** Whether it names nothing: then that of another method may say the same. */
  boolean namesNothing() {
    return names.length == 0;
  }

  /** Only of those that name nothing. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PackedTally tally
            && namesNothing()
            && tally.namesNothing()
            && Arrays.equals(bytes, tally.bytes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The same as an object. */
  Tally open(MethodFacts method) {
    StepReader in = new StepReader(method, bytes, names);
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
      symbolic.add((Symbolic) in.name());
    }
    tally.symbolic = symbolic;
    return tally.settled();
  }

  private static <K, V> void each(
      StepReader in, Map<K, V> map, Supplier<K> key, Supplier<V> value) {
    for (int left = in.number(); left > 0; left--) {
      map.put(key.get(), value.get());
    }
  }
}
