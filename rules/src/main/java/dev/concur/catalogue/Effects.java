package dev.concur.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalogue says of one method or field.
 *
 * @param known whether a line speaks of it; {@code false} means nothing is said, not that nothing
 *     happens
 * @param all the effects; empty when a line says {@code nothing}
 * @param inherited whether the line stands on a supertype: it then speaks of an implementation only
 *     when that has no body to read
 * @param sources the lines
 */
public record Effects(boolean known, List<Effect> all, boolean inherited, List<Source> sources) {

  /** No line speaks of it. */
  public static final Effects UNSAID = new Effects(false, List.of(), false, List.of());

  public Effects {
    all = List.copyOf(all);
    sources = List.copyOf(sources);
  }

  /** The effects of one type, in the order of the line. */
  public <E extends Effect> List<E> of(Class<E> type) {
    if (!has(type)) {
      return List.of();
    }
    List<E> found = new ArrayList<>();
    for (Effect effect : all) {
      if (type.isInstance(effect)) {
        found.add(type.cast(effect));
      }
    }
    return found;
  }

  /** The first effect of a type. */
  public <E extends Effect> Optional<E> first(Class<E> type) {
    for (Effect effect : all) {
      if (type.isInstance(effect)) {
        return Optional.of(type.cast(effect));
      }
    }
    return Optional.empty();
  }

  /** Whether there is an effect of this type. */
  public boolean has(Class<? extends Effect> type) {
    for (Effect effect : all) {
      if (type.isInstance(effect)) {
        return true;
      }
    }
    return false;
  }

  /** Waits of the calling thread that do not depend on an object. */
  public List<Effect.Waits> waits() {
    return of(Effect.Waits.class);
  }

  /** Waits that depend on the device behind an object. */
  public List<Effect.WaitsAs> waitsAs() {
    return of(Effect.WaitsAs.class);
  }

  /** The device that the result is bound to. */
  public Optional<Effect.Device> device() {
    return first(Effect.Device.class);
  }

  /** Whether the result never waits. */
  public boolean inMemory() {
    return has(Effect.InMemory.class);
  }

  /** The objects that the result waits as. */
  public List<Effect.Wraps> wraps() {
    return of(Effect.Wraps.class);
  }

  /** The computing done. */
  public List<Effect.Computes> computes() {
    return of(Effect.Computes.class);
  }

  /** The callbacks run on the calling thread. */
  public List<Effect.CallsBack> callsBack() {
    return of(Effect.CallsBack.class);
  }

  /** The tasks handed to others. */
  public List<Effect.Starts> starts() {
    return of(Effect.Starts.class);
  }

  /** The tasks that the result carries. */
  public List<Effect.Carries> carries() {
    return of(Effect.Carries.class);
  }

  /** The executor that the result is. */
  public Optional<Effect.Makes> makes() {
    return first(Effect.Makes.class);
  }

  /** The handles waited for. */
  public List<Effect.Joins> joins() {
    return of(Effect.Joins.class);
  }

  /** The waiting elsewhere that the result stands for. */
  public Optional<Effect.Promises> promises() {
    return first(Effect.Promises.class);
  }

  /** The locks taken. */
  public List<Effect.Acquires> acquires() {
    return of(Effect.Acquires.class);
  }

  /** The locks given back. */
  public List<Effect.Releases> releases() {
    return of(Effect.Releases.class);
  }

  /** Both together. */
  Effects and(Effects more) {
    return new Effects(
        known || more.known,
        both(all, more.all),
        inherited || more.inherited,
        both(sources, more.sources));
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The same work when the method returns a handle of it and does not wait itself. */
  Effects promised() {
    return new Effects(known, all.stream().map(Effects::promised).toList(), inherited, sources);
  }

  private static Effect promised(Effect effect) {
    return effect instanceof Effect.Waits waits
        ? new Effect.Promises(waits.kind(), waits.nanos())
        : effect;
  }
}
