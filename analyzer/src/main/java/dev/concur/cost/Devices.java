package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.MethodRef;
import dev.concur.read.FieldRef;
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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final Pattern STREAMS =
      Pattern.compile(
          "Ljava/(io/\\w*(Stream|Reader|Writer)|lang/(Readable|Appendable)"
              + "|nio/channels/\\w*Channel);");

  /** What holds its content itself. */
  private static final Pattern CONTENT =
      Pattern.compile("\\[.*|[BCDFIJSZ]|Ljava/lang/(String|CharSequence|StringBu\\w+);");

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
      Search search = new Search(List.of());
      search.follow(in, value, 0);
      found = new Found(search.devices, search.inMemory, search.unseen);
      known.put(key, found);
    }
    return found;
  }

  /**
   * The device behind a field of an object, when it is known where the object was made: other
   * objects of its class may have been made with something else. Empty when it is not.
   */
  Optional<Found> inside(MethodFacts in, Value object, FieldRef field) {
    List<Effect.Device> found = new ArrayList<>();
    int inMemory = 0;
    int unseen = 0;
    for (Origin origin : linked.origins(in, object)) {
      Optional<Op.Call> maker = maker(origin).filter(call -> call.callee().constructor());
      if (maker.isEmpty()) {
        return Optional.empty();
      }
      Optional<Found> one = madeWith(new CallSite(origin.in(), maker.get()), List.of(), field);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(one.get().devices());
      inMemory += one.get().inMemory();
      unseen += one.get().unseen();
    }
    return Optional.of(new Found(found, inMemory, unseen));
  }

  /** The parameter that an object wraps, as far as its own method tells. */
  Optional<Value> wrapped(MethodFacts in, Value object) {
    Value at = object;
    for (int i = 0; i < NESTING && !Calls.isParameter(in, at); i++) {
      Optional<Op.Call> maker = maker(new Origin(in, at));
      List<Effect.Wraps> wraps = maker.map(call -> linked.effects(call).wraps()).orElse(List.of());
      Optional<Value> inner =
          wraps.size() == 1 ? at(maker.get(), wraps.get(0).place()) : Optional.empty();
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      at = inner.get();
    }
    boolean stream =
        Calls.isParameter(in, at) && STREAMS.matcher(((Value.Parameter) at).type()).matches();
    return stream || (at.equals(object) && Calls.isParameter(in, at))
        ? Optional.of(at)
        : Optional.empty();
  }

  /**
   * The stream that an object was made with, as far back as its own method tells: a parser of a
   * reader, an iterator of such a parser.
   */
  Optional<Value> given(MethodFacts in, Value object) {
    Value at = object;
    for (int i = 0; i < NESTING; i++) {
      Optional<Op.Call> maker = maker(new Origin(in, at));
      if (maker.isEmpty()) {
        return Optional.empty();
      }
      Optional<Value> stream =
          IntStream.range(0, maker.get().parameters())
              .filter(index -> isStream(maker.get(), index))
              .mapToObj(maker.get()::parameter)
              .findFirst();
      if (stream.isPresent() || maker.get().receiver().isEmpty()) {
        return stream;
      }
      at = maker.get().receiver().get();
    }
    return Optional.empty();
  }

  private static boolean isStream(Op.Call call, int parameter) {
    String type = Amounts.parameter(call.callee().descriptor(), parameter);
    return STREAMS.matcher(type).matches();
  }

  /**
   * What a constructor puts into a field, with the arguments of one call of it; or the constructor
   * that it leaves this to.
   */
  private Optional<Found> madeWith(CallSite site, List<Made> outer, FieldRef field) {
    Optional<MethodFacts> found = linked.body(site.call().callee());
    if (found.isEmpty() || outer.size() > NESTING) {
      return Optional.empty();
    }
    MethodFacts constructor = found.get();
    List<Made> made = new ArrayList<>(outer);
    made.add(new Made(constructor, site));
    List<Value> written = written(constructor, field);
    if (written.isEmpty()) {
      return delegated(constructor)
          .flatMap(call -> madeWith(new CallSite(constructor, call), made, field));
    }
    Search search = new Search(made);
    written.forEach(value -> search.follow(constructor, value, 0));
    return Optional.of(new Found(search.devices, search.inMemory, search.unseen));
  }

  private static List<Value> written(MethodFacts constructor, FieldRef field) {
    return constructor.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(op -> op instanceof Op.FieldWrite write && write.field().equals(field))
        .map(op -> ((Op.FieldWrite) op).value())
        .toList();
  }

  /** The call of another constructor of the same object. */
  private static Optional<Op.Call> delegated(MethodFacts constructor) {
    return constructor.calls().stream()
        .filter(call -> call.callee().constructor())
        .filter(call -> call.arguments().get(0) instanceof Value.Parameter own && own.index() == 0)
        .findFirst();
  }

  /** A constructor, and the one call of it that counts. */
  private record Made(MethodFacts constructor, CallSite site) {
    boolean is(MethodFacts method) {
      return constructor.ref().equals(method.ref());
    }
  }

  private final class Search {
    final List<Made> made;
    final List<Effect.Device> devices = new ArrayList<>();

    /** Where the search has been: without it, streams that may wrap each other explode. */
    final Set<Key> seen = new HashSet<>();

    int inMemory;
    int unseen;

    Search(List<Made> made) {
      this.made = made;
    }

    void follow(MethodFacts in, Value value, int depth) {
      if (depth > NESTING) {
        unseen++;
        return;
      }
      Optional<Origin> passed = passed(in, value);
      if (passed.isPresent()) {
        follow(passed.get().in(), passed.get().value(), depth + 1);
        return;
      }
      for (Origin origin : origins(in, value)) {
        if (seen.add(new Key(origin.in().ref(), origin.value()))) {
          origin(origin, depth);
        }
      }
    }

    /** Within the constructor at hand, its parameters are not those of all its calls. */
    private List<Origin> origins(MethodFacts in, Value value) {
      boolean own = made.stream().anyMatch(one -> one.is(in));
      return own ? linked.local(in, value) : linked.origins(in, value);
    }

    /** What was passed for a parameter of a constructor at hand. */
    private Optional<Origin> passed(MethodFacts in, Value value) {
      return made.stream()
          .filter(one -> one.is(in) && value instanceof Value.Parameter)
          .map(Made::site)
          .filter(site -> ((Value.Parameter) value).index() < site.call().arguments().size())
          .map(
              site ->
                  new Origin(
                      site.in(), site.call().arguments().get(((Value.Parameter) value).index())))
          .findFirst();
    }

    private void origin(Origin origin, int depth) {
      Optional<Origin> passed = passed(origin.in(), origin.value());
      if (passed.isPresent()) {
        follow(passed.get().in(), passed.get().value(), depth + 1);
        return;
      }
      Optional<Op.Call> maker = maker(origin);
      if (origin.value() instanceof Value.FieldOf field) {
        take(
            linked.catalogue().effectsOfField(field.field().owner(), field.field().name()),
            origin.in(),
            maker,
            depth);
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

  /** The constructor call that made an object. */
  static Optional<Op.Call> constructor(Origin origin) {
    return origin.in().calls().stream()
        .filter(call -> call.callee().constructor())
        .filter(call -> call.arguments().get(0).equals(origin.value()))
        .findFirst();
  }

  /** The value at a place of a call, when it can stand for a device: texts and arrays cannot. */
  static Optional<Value> bound(Op.Call call, Place place) {
    boolean content =
        !place.receiver()
            && place.argument() < call.parameters()
            && CONTENT
                .matcher(Amounts.parameter(call.callee().descriptor(), place.argument()))
                .matches();
    return content ? Optional.empty() : at(call, place);
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
