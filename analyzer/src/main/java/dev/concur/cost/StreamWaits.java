package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.model.Interval;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.Optional;

/** Charges waits on streams, readers and channels with what the device behind them takes. */
final class StreamWaits {

  private final Devices devices;
  private final Surroundings surroundings;

  StreamWaits(Devices devices, Surroundings surroundings) {
    this.devices = devices;
    this.surroundings = surroundings;
  }

  /** Waits as the stream does that this object was made with, or else any such object. */
  void fieldOf(
      MethodFacts in, Value object, MethodFacts body, Symbolic effect, Tally result, Step step) {
    FieldRef field = effect.field().orElseThrow();
    Optional<Devices.Found> made = devices.inside(in, object, field);
    Optional<Value> stream = made.isEmpty() ? devices.given(in, object) : Optional.empty();
    if (stream.isPresent()) {
      device(in, stream.get(), effect.times(), Optional.empty(), result, step);
      return;
    }
    if (object instanceof Value.Parameter own && own.index() == 0 && !in.isStatic()) {
      result.symbolic(Symbolic.waits(0, effect.times(), effect.field(), step));
      return;
    }
    Devices.Found found =
        made.orElseGet(() -> devices.behind(body, new Value.FieldOf(field, Optional.empty())));
    if (found.depends()) {
      somewhere(in, Symbolic.somewhere(field, effect.times(), step), result);
    } else {
      waits(found, effect.times(), result, step);
    }
  }

  /**
   * Waits as the stream does in a field of an object far below, when this method or what it calls
   * put it there; else whoever calls may know.
   */
  void somewhere(MethodFacts in, Symbolic effect, Tally result) {
    Optional<Surroundings.Given> given = surroundings.given(in, effect.field().orElseThrow());
    if (given.isEmpty()) {
      result.symbolic(effect);
      return;
    }
    spread(given.get(), effect.times(), effect.otherwise(), result, effect.step());
  }

  /** Any of the sources may be the one. */
  private static void spread(
      Surroundings.Given given,
      Interval share,
      Optional<Effect.Device> otherwise,
      Tally result,
      Step step) {
    Interval each = share.times(1.0 / given.sources());
    given.found().devices().forEach(device -> waits(device, each, result, step));
    for (int parameter : given.parameters()) {
      Symbolic effect = Symbolic.waits(parameter, each, Optional.empty(), step);
      result.symbolic(effect.usually(otherwise));
    }
  }

  void device(
      MethodFacts in,
      Value value,
      Interval share,
      Optional<Effect.Device> otherwise,
      Tally result,
      Step step) {
    Optional<Value> given = devices.wrapped(in, value);
    if (given.isPresent()) {
      int index = ((Value.Parameter) given.get()).index();
      result.symbolic(Symbolic.waits(index, share, Optional.empty(), step).usually(otherwise));
      return;
    }
    Surroundings.Given local = surroundings.of(in, value);
    if (!local.parameters().isEmpty()) {
      spread(local, share, otherwise, result, step);
      return;
    }
    Devices.Found found = devices.behind(in, value);
    Optional<FieldRef> own = ownField(in, value);
    if (own.isPresent() && (found.depends() || found.nothing())) {
      result.symbolic(Symbolic.waits(0, share, own, step));
      return;
    }
    waits(found, share, result, step);
    if (found.nothing()) {
      result.guessed = true;
      otherwise.ifPresent(
          device -> {
            Interval nanos = device.nanos().times(share);
            result.add(device.kind(), nanos, step.weighing(nanos.middle()));
          });
    }
  }

  static void waits(Devices.Found found, Interval share, Tally result, Step step) {
    double part = found.share() / Math.max(1, found.devices().size());
    found.devices().forEach(device -> waits(device, share.times(part), result, step));
  }

  private static void waits(Effect.Device device, Interval share, Tally result, Step step) {
    Interval nanos = device.nanos().times(share);
    result.add(device.kind(), nanos, step.weighing(nanos.middle()));
  }

  /** The field of the object itself that a value was read from. */
  static Optional<FieldRef> ownField(MethodFacts in, Value value) {
    return !in.isStatic()
            && value instanceof Value.FieldOf field
            && field.base().orElse(null) instanceof Value.Parameter self
            && self.index() == 0
        ? Optional.of(field.field())
        : Optional.empty();
  }
}
