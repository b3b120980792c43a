package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.read.FieldRef;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    /** Nobody sits at a keyboard when the same code also reads what somebody else made. */
    Found {
      List<Effect.Device> others =
          devices.stream().filter(device -> device.kind() != Kind.INPUT).toList();
      devices = others.isEmpty() && inMemory == 0 ? List.copyOf(devices) : others;
    }

    boolean nothing() {
      return devices.isEmpty() && inMemory == 0;
    }

    /** Whether it hangs on who made the object how long it waits, and for what. */
    boolean depends() {
      long kinds = devices.stream().map(Effect.Device::kind).distinct().count();
      return kinds + (inMemory > 0 ? 1 : 0) > 1;
    }

    /** All of them together. */
    static Found sum(List<Found> all) {
      return new Found(
          all.stream().flatMap(one -> one.devices().stream()).toList(),
          all.stream().mapToInt(Found::inMemory).sum(),
          all.stream().mapToInt(Found::unseen).sum());
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
              + "|nio/channels/\\w*Channel|net/(UR[LI]|\\w*URLConnection));");

  /** What holds its content itself. */
  private static final Pattern CONTENT =
      Pattern.compile("\\[.*|[BCDFIJSZ]|Ljava/lang/(String|CharSequence|StringBu\\w+);");

  /** The part of the heap that each sort of answers may take, and what one takes, about. */
  private static final int PART = 128;

  private static final int BYTES = 150;

  private record Key(MethodRef in, Value value) {}

  private final Linked linked;
  private final Generations<Key, Found> known = Generations.within(PART, BYTES);
  private final Generations<Key, Optional<Op.Call>> makers = Generations.within(PART, BYTES);

  Devices(Linked linked) {
    this.linked = linked;
  }

  /** The device behind a value. */
  Found behind(MethodFacts in, Value value) {
    Key key = new Key(in.ref(), value);
    Found found = known.get(key);
    if (found == null) {
      found = new DeviceSearch(linked, this, DeviceSearch.ALL_CALLS).of(in, List.of(value));
      known.put(key, found);
    }
    return found;
  }

  /**
   * The device behind a field of an object, when it is known where the object was made: other
   * objects of its class may have been made with something else. Empty when it is not.
   */
  Optional<Found> inside(MethodFacts in, Value object, FieldRef field) {
    List<Found> found = new ArrayList<>();
    for (Origin origin : linked.origins(in, object)) {
      Optional<Found> one =
          maker(origin)
              .filter(call -> call.callee().constructor())
              .flatMap(call -> madeWith(CallSite.of(origin.in(), call), MadeBy.NOTHING, field));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found.add(one.get());
    }
    return Optional.of(Found.sum(found));
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

  /** Whether objects of a type are streams, readers, writers or channels. */
  boolean isStream(String type) {
    return Stream.concat(Stream.of(type), linked.facts().supertypes(type).stream())
        .anyMatch(each -> STREAMS.matcher("L" + each.replace('.', '/') + ";").matches());
  }

  private static boolean isStream(Op.Call call, int parameter) {
    String type = Amounts.parameter(call.callee().descriptor(), parameter);
    return STREAMS.matcher(type).matches();
  }

  /**
   * What a constructor puts into a field, with the arguments of one call of it; or the constructor
   * that it leaves this to.
   */
  private Optional<Found> madeWith(CallSite site, MadeBy outer, FieldRef field) {
    Optional<MethodFacts> found = linked.body(site.call().callee());
    if (found.isEmpty() || outer.calls().size() > NESTING) {
      return Optional.empty();
    }
    MethodFacts constructor = found.get();
    MadeBy made = outer.and(constructor, site);
    List<Value> written = written(constructor, field);
    if (written.isEmpty()) {
      return delegated(constructor)
          .flatMap(call -> madeWith(CallSite.of(constructor, call), made, field));
    }
    return Optional.of(new DeviceSearch(linked, this, made).of(constructor, written));
  }

  /** The constructors at hand, each with the one call of it that counts. */
  private record MadeBy(Map<MethodRef, CallSite> calls) implements DeviceSearch.Context {
    static final MadeBy NOTHING = new MadeBy(Map.of());

    MadeBy and(MethodFacts constructor, CallSite site) {
      Map<MethodRef, CallSite> more = new HashMap<>(calls);
      more.putIfAbsent(constructor.ref(), site);
      return new MadeBy(more);
    }

    @Override
    public boolean within(MethodFacts method) {
      return calls.containsKey(method.ref());
    }

    @Override
    public List<CallSite> callers(MethodFacts method) {
      return List.of(calls.get(method.ref()));
    }
  }

  /** What a method writes into a field. */
  static List<Value> written(MethodFacts constructor, FieldRef field) {
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

  /** The call that made what a value stands for. */
  Optional<Op.Call> maker(Origin origin) {
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
