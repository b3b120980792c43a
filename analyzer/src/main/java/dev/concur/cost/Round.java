package dev.concur.cost;

import dev.concur.cost.Reuse.Does;
import dev.concur.cost.Reuse.Event;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One round of a loop or one element of a stream: what it uses anew each time. */
final class Round {

  /** As often as another, but for rounding. */
  private static final double ALWAYS = 0.99;

  private static final int PRIVATE = 0x0002;

  private final Linked linked;
  private final Reuse reuse;
  private final MethodFacts method;
  private final Set<Integer> blocks;
  private final List<Event> events;
  private final Map<Value, List<Event>> byObject;
  private final Map<Integer, List<Event>> byCall;
  private final Map<Value, Optional<String>> found = new HashMap<>();
  private final Set<MethodRef> reached;

  Round(
      Linked linked,
      Reuse reuse,
      MethodFacts method,
      Set<Integer> blocks,
      List<Event> events,
      Set<MethodRef> reached) {
    this.linked = linked;
    this.reuse = reuse;
    this.method = method;
    this.blocks = blocks;
    this.events = events;
    // Methods of parsers have thousands of both: asked for each call, a list is too slow.
    this.byObject = events.stream().collect(Collectors.groupingBy(Event::object));
    this.byCall = events.stream().collect(Collectors.groupingBy(Event::call));
    this.reached = reached;
  }

  /**
   * What is used anew, when that is all that a call changes of one parameter of its callee.
   *
   * @param root index of the parameter, or -1 for static state, as {@link Owners#root} counts
   */
  Optional<Set<String>> anew(Op.Call call, int root) {
    return anew(
        byCall.getOrDefault(call.id(), List.of()).stream()
            .filter(event -> event.root() == root)
            .toList());
  }

  /** The same of all that is changed of a parameter of the method itself. */
  Optional<Set<String>> anew(int root) {
    return anew(
        events.stream().filter(event -> reuse.root(method, event.object()) == root).toList());
  }

  private Optional<Set<String>> anew(List<Event> some) {
    Set<String> names = new TreeSet<>();
    for (Event event : some) {
      if (event.does().changes() && event.does() != Does.DRAWS) {
        Optional<String> name = anew(event.object());
        if (name.isEmpty()) {
          return Optional.empty();
        }
        names.add(name.get());
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** The name of an object that each round uses anew, so that it could have one of its own. */
  Optional<String> anew(Value given) {
    Value object = reuse.named(method, given);
    Optional<String> known = found.get(object);
    if (known == null) {
      known = find(object);
      found.put(object, known);
    }
    return known;
  }

  private Optional<String> find(Value object) {
    List<Event> uses = byObject.getOrDefault(object, List.of());
    boolean changed = uses.stream().anyMatch(event -> event.does().changes());
    boolean unclear = uses.stream().anyMatch(event -> event.does() == Does.OTHER);
    boolean nameless = object instanceof Value.Opaque && !has(uses, Does.DRAWS);
    if (!changed || unclear || nameless || object instanceof Value.Phi) {
      return Optional.empty();
    }
    boolean data = uses.stream().anyMatch(event -> event.does().changes() && event.data());
    boolean free = begunAnew(uses) && ours(object) && (!data || onlyHere(object));
    return free ? Optional.of(name(object)) : Optional.empty();
  }

  /** Whether it can be another one for each thread: what a library keeps for all cannot. */
  private boolean ours(Value object) {
    return !(object instanceof Value.FieldOf field)
        || field.base().isPresent()
        || linked.facts().isRoot(linked.declared(field.field()).owner());
  }

  private boolean begunAnew(List<Event> uses) {
    if (has(uses, Does.WRITES)) {
      List<Event> ofField = only(uses, Does.WRITES, Does.LOOKS);
      return first(ofField, Does.WRITES) && has(ofField, Does.LOOKS);
    }
    if (has(uses, Does.FILLS)) {
      return filled(only(uses, Does.FILLS, Does.READS)) || counted(uses);
    }
    List<Event> changes = uses.stream().filter(event -> event.does().changes()).toList();
    boolean whole =
        changes.stream()
            .allMatch(event -> event.does() == Does.WHOLE || event.does() == Does.DRAWS);
    boolean data = changes.stream().anyMatch(Event::data);
    List<Event> looked =
        data ? uses.stream().filter(event -> event.does() != Does.LOOKS).toList() : changes;
    return whole || first(looked, Does.BEGINS) || last(changes, Does.ENDS);
  }

  /** Whether it is filled before it is read, also at each place that is read. */
  private boolean filled(List<Event> uses) {
    boolean anywhere =
        uses.stream().anyMatch(event -> event.does() == Does.FILLS && event.index().isEmpty());
    return (first(uses, Does.FILLS) || counted(uses))
        && has(uses, Does.READS)
        && only(uses, Does.READS).stream()
            .allMatch(
                read ->
                    anywhere
                        || only(uses, Does.FILLS).stream()
                            .anyMatch(
                                fill ->
                                    read.index().isPresent() && fill.index().equals(read.index())));
  }

  /**
   * Whether all that is put in goes where a count says that begins anew: what lies beyond it is
   * nobody's, however much there is before.
   */
  private boolean counted(List<Event> uses) {
    return uses.get(0).does() == Does.FILLS
        && only(uses, Does.FILLS).stream()
            .allMatch(fill -> fill.counter().flatMap(this::anew).isPresent());
  }

  private static boolean has(List<Event> uses, Does does) {
    return uses.stream().anyMatch(event -> event.does() == does);
  }

  private static List<Event> only(List<Event> uses, Does... some) {
    Set<Does> wanted = Set.of(some);
    return uses.stream().filter(event -> wanted.contains(event.does())).toList();
  }

  private static boolean first(List<Event> uses, Does does) {
    return !uses.isEmpty() && uses.get(0).does() == does && always(uses.get(0), uses);
  }

  private static boolean last(List<Event> uses, Does does) {
    Event last = uses.get(uses.size() - 1);
    return last.does() == does && always(last, uses);
  }

  private static boolean always(Event event, List<Event> uses) {
    OptionalDouble most = uses.stream().mapToDouble(Event::often).max();
    return event.often() >= ALWAYS * most.orElse(0);
  }

  /** Whether nobody looks afterwards for what it holds. */
  private boolean onlyHere(Value object) {
    if (object instanceof Value.FieldOf field) {
      return onlyHere(linked.declared(field.field())) && !usedOutside(object);
    }
    boolean made =
        object instanceof Value.New
            || object instanceof Value.NewArray
            || object instanceof Value.Result;
    return made && !usedOutside(object);
  }

  private boolean onlyHere(FieldRef field) {
    return linked.type(field.owner()).stream()
        .anyMatch(
            type ->
                type.fields().stream()
                        .anyMatch(one -> one.ref().equals(field) && (one.access() & PRIVATE) != 0)
                    && type.methods().stream()
                        .filter(other -> !other.ref().constructor())
                        .filter(other -> !other.ref().name().equals("<clinit>"))
                        .filter(other -> !reached.contains(other.ref()))
                        .noneMatch(other -> touches(other, field)));
  }

  private boolean touches(MethodFacts other, FieldRef field) {
    return other.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(
            op ->
                (op instanceof Op.FieldRead read && linked.declared(read.field()).equals(field))
                    || (op instanceof Op.FieldWrite write
                        && linked.declared(write.field()).equals(field)));
  }

  /** Whether the method itself uses it where this round is not. */
  private boolean usedOutside(Value object) {
    return method.blocks().stream()
        .filter(block -> !blocks.contains(block.index()))
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> uses(op, object));
  }

  private static boolean uses(Op op, Value object) {
    if (op instanceof Op.FieldRead read
        && new Value.FieldOf(read.field(), read.base()).equals(object)) {
      return true;
    }
    boolean makes = op instanceof Op.Call call && call.callee().constructor();
    List<Value> parts = new ArrayList<>(Carried.parts(op));
    if (op instanceof Op.Return returned) {
      returned.value().ifPresent(parts::add);
    }
    return !makes && parts.contains(object);
  }

  /** All that it changes. */
  List<Value> changed() {
    return events.stream()
        .filter(event -> event.does().changes())
        .map(Event::object)
        .distinct()
        .toList();
  }

  /** What it changes but in these calls; to draw from a generator is no change for this. */
  List<Value> changedBut(Set<Integer> calls) {
    return events.stream()
        .filter(event -> event.does().changes() && event.does() != Does.DRAWS)
        .filter(event -> !calls.contains(event.call()))
        .map(Event::object)
        .distinct()
        .toList();
  }

  /** The operations by which such objects are changed, unless they are used anew each time. */
  Set<Integer> changing(Predicate<Value> some) {
    return events.stream()
        .filter(event -> event.does().changes() && event.does() != Does.DRAWS)
        .filter(event -> some.test(event.object()) && anew(event.object()).isEmpty())
        .map(Event::call)
        .collect(Collectors.toSet());
  }

  /** Whether a call comes to one of these objects. */
  boolean touches(Op.Call call, Set<Value> objects) {
    return byCall.getOrDefault(call.id(), List.of()).stream()
        .anyMatch(event -> objects.contains(event.object()));
  }

  /** Whether an object is known to be used again and again, and holds no data for others. */
  boolean tool(Value object) {
    return byObject.getOrDefault(object, List.of()).stream()
        .anyMatch(event -> event.does().changes() && !event.data());
  }

  /** Generators that all threads would draw from, with the objects they are. */
  List<Value> drawnFrom() {
    return events.stream()
        .filter(event -> event.does() == Does.DRAWS)
        .map(Event::object)
        .distinct()
        .toList();
  }

  /** How a reader knows an object. */
  String name(Value object) {
    if (object instanceof Value.FieldOf field) {
      FieldRef declared = linked.declared(field.field());
      return simple(declared.owner()) + "." + declared.name();
    }
    if (object instanceof Value.New made) {
      return simple(made.type());
    }
    if (object instanceof Value.Result result) {
      String descriptor = result.callee().descriptor();
      return type(descriptor.substring(descriptor.indexOf(')') + 1));
    }
    if (object instanceof Value.Parameter parameter) {
      return type(parameter.type());
    }
    if (object instanceof Value.NewArray array) {
      return type(array.type());
    }
    return object instanceof Value.Opaque opaque ? opaque.type() : "object";
  }

  private static String type(String descriptor) {
    if (descriptor.startsWith("[")) {
      return "array";
    }
    return descriptor.startsWith("L")
        ? simple(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'))
        : descriptor;
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
