package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One search for the devices behind values, through what wraps them and the calls that count. */
final class DeviceSearch {

  /** A stream in a stream in a stream; deeper nests are not followed. */
  private static final int NESTING = 8;

  /** Which calls count for the parameters of some methods: not all calls of the program. */
  interface Context {

    /** Whether only some calls count for the parameters of a method. */
    boolean within(MethodFacts method);

    /** The calls that count for such a method. */
    List<CallSite> callers(MethodFacts method);

    /** Whether the search ends at the parameters of a method: its callers are to say. */
    default boolean endsAt(MethodFacts method) {
      return false;
    }
  }

  /** For no method some calls count only. */
  static final Context ALL_CALLS =
      new Context() {
        @Override
        public boolean within(MethodFacts method) {
          return false;
        }

        @Override
        public List<CallSite> callers(MethodFacts method) {
          return List.of();
        }
      };

  private record Key(MethodRef in, Value value) {}

  private final Linked linked;
  private final Devices makers;
  private final NonBlocking nonBlocking;
  private final Context context;
  private final List<Effect.Device> devices = new ArrayList<>();
  private final Set<Integer> parameters = new LinkedHashSet<>();

  /** Where the search has been: without it, streams that may wrap each other explode. */
  private final Set<Key> seen = new HashSet<>();

  /** The arguments that the search has gone on from. */
  private final Set<Key> handed = new HashSet<>();

  private int inMemory;
  private int unseen;

  DeviceSearch(Linked linked, Devices makers, Context context) {
    this.linked = linked;
    this.makers = makers;
    this.nonBlocking = new NonBlocking(linked);
    this.context = context;
  }

  /** What is behind values of a method. */
  Devices.Found of(MethodFacts in, List<Value> values) {
    values.forEach(value -> follow(in, value, 0));
    return new Devices.Found(List.copyOf(devices), inMemory, unseen);
  }

  /** The parameters at which the search ended. */
  Set<Integer> parameters() {
    return parameters;
  }

  private void follow(MethodFacts in, Value value, int depth) {
    if (depth > NESTING) {
      unseen++;
      return;
    }
    if (value instanceof Value.Parameter parameter && context.within(in)) {
      passed(in, parameter, depth);
      return;
    }
    // Within a method at hand, parameters are not those of all its calls.
    List<Origin> origins = context.within(in) ? linked.local(in, value) : linked.origins(in, value);
    for (Origin origin : origins) {
      if (seen.add(new Key(origin.in().ref(), origin.value()))) {
        origin(origin, depth);
      }
    }
  }

  /** Follows a parameter of a method at hand to the calls that count. */
  private void passed(MethodFacts in, Value.Parameter parameter, int depth) {
    boolean self = parameter.index() == 0 && !in.isStatic();
    if (context.endsAt(in) && !self) {
      if (makers.isStream(linked.type(in, parameter.index()))) {
        parameters.add(parameter.index());
      } else {
        unseen++;
      }
      return;
    }
    int before = sources();
    for (CallSite site : context.callers(in)) {
      if (parameter.index() < site.call().arguments().size()) {
        Value given = site.call().arguments().get(parameter.index());
        if (handed.add(new Key(site.in().ref(), given))) {
          follow(site.in(), given, depth + 1);
        }
      }
    }
    if (sources() == before && !self) {
      declared(linked.type(in, parameter.index()));
    }
  }

  private int sources() {
    return devices.size() + inMemory + unseen + parameters.size();
  }

  private void origin(Origin origin, int depth) {
    if (origin.value() instanceof Value.Parameter parameter && context.within(origin.in())) {
      passed(origin.in(), parameter, depth);
      return;
    }
    Optional<Op.Call> maker = makers.maker(origin);
    if (origin.value() instanceof Value.FieldOf field) {
      take(
          linked.catalogue().effectsOfField(field.field().owner(), field.field().name()),
          origin.in(),
          maker,
          depth);
    } else if (maker.isPresent() && nonBlocking.opened(origin, maker.get())) {
      inMemory++;
    } else if (maker.isPresent()) {
      take(linked.effects(maker.get()), origin.in(), maker, depth);
    } else if (origin.value() instanceof Value.Parameter parameter) {
      declared(linked.type(origin.in(), parameter.index()));
    } else {
      unseen++;
    }
  }

  /** What every object of a type is bound to, whoever made it: pipes between threads. */
  private void declared(String type) {
    MethodRef making = new MethodRef(type, "<init>", "()V");
    Optional<Effect.Device> device =
        linked.catalogue().effectsOf(making, linked.facts()::supertypes).device();
    device.ifPresentOrElse(devices::add, () -> unseen++);
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
    int before = devices.size() + inMemory + parameters.size();
    Devices.at(maker, wraps.place()).ifPresent(value -> follow(in, value, depth + 1));
    if (devices.size() + inMemory + parameters.size() == before) {
      wraps.otherwise().ifPresent(devices::add);
    }
  }
}
