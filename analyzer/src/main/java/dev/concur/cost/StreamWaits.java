package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.model.Interval;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/** Charges waits on streams, readers and channels with what the device behind them takes. */
final class StreamWaits {

  private final Devices devices;

  StreamWaits(Devices devices) {
    this.devices = devices;
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
    waits(found, effect.times(), result, step);
  }

  /** The wrappers through which everything goes that is read from an object. */
  List<String> layers(MethodFacts in, Value object) {
    return devices.layers(in, object);
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
    Devices.Found found = devices.behind(in, value);
    Optional<FieldRef> own = ownField(in, value);
    if (own.isPresent() && !found.devices().isEmpty() && found.inMemory() > 0) {
      result.symbolic(Symbolic.waits(0, share, own, step));
      return;
    }
    waits(found, share, result, step);
    if (found.nothing()) {
      result.guessed = true;
      otherwise.ifPresent(
          device -> {
            Interval nanos = device.nanos().times(share);
            result.add(device.kind(), nanos, new Step(step.at(), step.next(), nanos.middle()));
          });
    }
  }

  static void waits(Devices.Found found, Interval share, Tally result, Step step) {
    for (Effect.Device device : found.devices()) {
      double part = found.share() / found.devices().size();
      Interval nanos = device.nanos().times(share).times(part);
      result.add(device.kind(), nanos, new Step(step.at(), step.next(), nanos.middle()));
    }
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
