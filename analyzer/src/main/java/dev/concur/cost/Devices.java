package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the device behind a stream, reader, scanner or channel by following it to where it was
 * made.
 */
final class Devices {

  /** A stream in a stream in a stream; deeper nests are not followed. */
  private static final int NESTING = 8;

  /**
   * What is known of the object behind a value.
   *
   * @param devices the devices it may be bound to
   * @param inMemory how many of its origins never wait
   * @param unseen how many of its origins could not be followed
   */
  record Found(List<Effect.Device> devices, int inMemory, int unseen) {
    boolean nothing() {
      return devices.isEmpty() && inMemory == 0;
    }

    /** The share of origins that are bound to a device, of those that could be followed. */
    double share() {
      int seen = devices.size() + inMemory;
      return seen == 0 ? 0 : (double) devices.size() / seen;
    }
  }

  private record Key(MethodRef in, Value value) {}

  private final Linked linked;
  private final Map<Key, Found> known = new HashMap<>();
  private final Map<Key, Optional<Op.Call>> makers = new HashMap<>();

  Devices(Linked linked) {
    this.linked = linked;
  }

  /** The device behind a value. */
  Found behind(MethodFacts in, Value value) {
    Key key = new Key(in.ref(), value);
    Found found = known.get(key);
    if (found == null) {
      Search search = new Search();
      search.follow(in, value, 0);
      found = new Found(search.devices, search.inMemory, search.unseen);
      known.put(key, found);
    }
    return found;
  }

  private final class Search {
    final List<Effect.Device> devices = new ArrayList<>();

    /** Where the search has been: without it, streams that may wrap each other explode. */
    final Set<Key> seen = new HashSet<>();

    int inMemory;
    int unseen;

    void follow(MethodFacts in, Value value, int depth) {
      if (depth > NESTING) {
        unseen++;
        return;
      }
      for (Origin origin : linked.origins(in, value)) {
        if (seen.add(new Key(origin.in().ref(), origin.value()))) {
          origin(origin, depth);
        }
      }
    }

    private void origin(Origin origin, int depth) {
      Optional<Op.Call> maker = maker(origin);
      if (origin.value() instanceof Value.FieldOf field) {
        take(
            linked.catalogue().effectsOfField(field.field().owner(), field.field().name()),
            origin.in(),
            maker,
            depth);
      } else if (maker.isPresent()) {
        take(linked.effects(maker.get()), origin.in(), maker, depth);
      } else {
        unseen++;
      }
    }

    private void take(Effects effects, MethodFacts in, Optional<Op.Call> maker, int depth) {
      if (effects.inMemory()) {
        inMemory++;
      } else if (effects.device().isPresent()) {
        devices.add(effects.device().get());
      } else if (maker.isPresent() && !effects.wraps().isEmpty()) {
        for (Effect.Wraps wraps : effects.wraps()) {
          wrapped(in, maker.get(), wraps, depth);
        }
      } else {
        unseen++;
      }
    }

    private void wrapped(MethodFacts in, Op.Call maker, Effect.Wraps wraps, int depth) {
      int before = devices.size() + inMemory;
      at(maker, wraps.place()).ifPresent(value -> follow(in, value, depth + 1));
      if (devices.size() + inMemory == before) {
        wraps.otherwise().ifPresent(devices::add);
      }
    }
  }

  private Optional<Op.Call> maker(Origin origin) {
    if (origin.value() instanceof Value.Result result) {
      return linked.call(origin.in(), result.op());
    }
    return origin.value() instanceof Value.New
        ? makers.computeIfAbsent(
            new Key(origin.in().ref(), origin.value()), key -> constructor(origin))
        : Optional.empty();
  }

  private static Optional<Op.Call> constructor(Origin origin) {
    return origin.in().calls().stream()
        .filter(call -> call.callee().constructor())
        .filter(call -> call.arguments().get(0).equals(origin.value()))
        .findFirst();
  }

  /** The value at a place of a call. */
  static Optional<Value> at(Op.Call call, Place place) {
    if (place.receiver()) {
      return call.receiver();
    }
    return place.argument() < call.parameters()
        ? Optional.of(call.parameter(place.argument()))
        : Optional.empty();
  }
}
