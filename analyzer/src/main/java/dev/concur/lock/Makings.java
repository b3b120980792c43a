package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
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

/** Where the objects of a class are made and where they are put. */
final class Makings {

  /** Factories of factories. */
  private static final int RETURNS = 3;

  /** A call of so many bodies is not how one of them is asked for its product. */
  private static final int BODIES = 8;

  /** Callers of a factory that are asked what they do with its product. */
  private static final int CALLERS = 12;

  /** Constructors that call another one for the same object, one after the other. */
  private static final int CONSTRUCTORS = 3;

  /** Where one object of a class goes right after it was made. */
  sealed interface Home {
    /** Into a static field. */
    record InStatic(FieldRef field) implements Home {}

    /** Into a field of an object. */
    record InField(FieldRef field) implements Home {}

    /** Into a collection that a field holds; static when {@code field} is static. */
    record InCollection(FieldRef field, boolean ofClass, MethodFacts by) implements Home {}

    /** Into an array that a field holds. */
    record InArray(MethodFacts by) implements Home {}

    /** Anywhere else; dropped when it never leaves the method that makes it. */
    record Elsewhere(MethodFacts by, boolean dropped) implements Home {}
  }

  /** Classes without a name of their own: numbered within the one that they are written in. */
  private static final Pattern ANONYMOUS = Pattern.compile(".*\\$\\d+");

  private final Linked linked;
  private final Returns returns;
  private final Registries registries;
  private final Map<String, List<Home>> known = new HashMap<>();
  private final Map<String, Optional<String>> many = new HashMap<>();

  Makings(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
    this.registries = new Registries(linked);
  }

  /** Where they are kept with others. */
  Registries registries() {
    return registries;
  }

  /**
   * Whether the program makes objects of a class in its daily work, so that there are many. What a
   * constructor makes is a part, and there are as many parts as wholes.
   */
  boolean daily(String type) {
    return daily(type, new HashSet<>());
  }

  private boolean daily(String type, Set<String> seen) {
    return seen.add(type)
        && linked.type(type).stream()
            .flatMap(facts -> facts.methods().stream())
            .filter(method -> method.ref().constructor())
            .flatMap(constructor -> linked.callers(constructor).stream())
            .anyMatch(site -> daily(site, seen));
  }

  private boolean daily(CallSite site, Set<String> seen) {
    MethodFacts in = site.in();
    boolean made = site.call().arguments().get(0) instanceof Value.New;
    if (in.ref().constructor()) {
      // The other constructors of the same class have callers of their own.
      return daily(in.ref().owner(), seen);
    }
    return made && daily(in, site.call()) && !ofFactory(in) && !foundByKey(in, site.call());
  }

  /**
   * Whether it is made when nothing is found by its key, and kept for who asks for the same key
   * next: there are as many as keys, however often somebody asks.
   */
  private boolean foundByKey(MethodFacts in, Op.Call constructor) {
    Path path = in.blocks().get(returns.ops(in).blockOf(constructor.id())).path();
    return path == Path.MISS
        && homes(in, constructor.arguments().get(0), RETURNS).stream().anyMatch(this::byKey);
  }

  private boolean byKey(Home home) {
    return home instanceof Home.InCollection kept
        && linked.subtype(Classes.named(kept.field().descriptor()), "java.util.Map")
        && registries.takenOut(kept.field());
  }

  /**
   * Whether it is the body of a function that only static methods make, as compilers write classes
   * for it: what a factory makes by it is asked for as often as the factory itself.
   */
  private boolean ofFactory(MethodFacts in) {
    if (!ANONYMOUS.matcher(in.ref().owner()).matches()) {
      return false;
    }
    List<CallSite> makers =
        linked.type(in.ref().owner()).stream()
            .flatMap(facts -> facts.methods().stream())
            .filter(method -> method.ref().constructor())
            .flatMap(constructor -> linked.callers(constructor).stream())
            .toList();
    return !makers.isEmpty() && makers.stream().allMatch(site -> site.in().isStatic());
  }

  private boolean daily(MethodFacts in, Op.Call call) {
    Path path = in.blocks().get(returns.ops(in).blockOf(call.id())).path();
    // How often outsiders call a factory, nobody knows.
    boolean called = !linked.running(in).isEmpty();
    return (path == Path.HOT || path == Path.MISS)
        && called
        && !ColdNames.cold(in.ref())
        && !in.isStatic();
  }

  /** The homes of all objects of a class and of its subclasses that were seen to be made. */
  List<Home> of(String type) {
    List<Home> found = known.get(type);
    if (found == null) {
      found = find(type);
      known.put(type, found);
    }
    return found;
  }

  /**
   * The class of the many objects that one of this class makes daily, hands itself to, and keeps in
   * a map: the streams of a connection. All of them come back to it.
   */
  Optional<String> manyOf(String type) {
    Optional<String> found = many.get(type);
    if (found == null) {
      found = findMany(type);
      many.put(type, found);
    }
    return found;
  }

  private Optional<String> findMany(String type) {
    return linked.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .filter(in -> !in.isStatic() && !in.ref().constructor())
        .flatMap(in -> in.calls().stream().flatMap(call -> handedItself(in, call).stream()))
        .sorted()
        .findFirst();
  }

  private Optional<String> handedItself(MethodFacts in, Op.Call call) {
    List<Value> given = call.arguments();
    boolean itself =
        call.callee().constructor()
            && given.get(0) instanceof Value.New
            && given.stream()
                .skip(1)
                .anyMatch(each -> each instanceof Value.Parameter self && self.index() == 0);
    if (!itself || !daily(in, call)) {
      return Optional.empty();
    }
    String made = ((Value.New) given.get(0)).type();
    String owner = in.ref().owner();
    return linked.facts().isRoot(made)
            && !Classes.together(linked, made, owner)
            && kept(in, given.get(0), owner)
        ? Optional.of(made)
        : Optional.empty();
  }

  /** Whether an object made here is put into a map of {@code this}. */
  private boolean kept(MethodFacts in, Value made, String owner) {
    return homes(in, made, 0).stream()
        .anyMatch(
            home ->
                home instanceof Home.InCollection kept
                    && linked.subtype(owner, kept.field().owner())
                    && linked.subtype(Classes.named(kept.field().descriptor()), "java.util.Map"));
  }

  private List<Home> find(String type) {
    List<Home> homes = new ArrayList<>();
    linked.type(type).ifPresent(facts -> collect(facts, homes));
    linked.facts().rootsBelow(type).forEach(facts -> collect(facts, homes));
    return homes;
  }

  private void collect(ClassFacts facts, List<Home> homes) {
    sites(facts.name())
        .forEach(site -> homes.addAll(homes(site.in(), site.call().arguments().get(0), RETURNS)));
  }

  /** The places at which objects of a class itself are made. */
  List<CallSite> sites(String type) {
    return linked.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .filter(method -> method.ref().constructor())
        .flatMap(constructor -> linked.callers(constructor).stream())
        .filter(
            site ->
                site.call().arguments().get(0) instanceof Value.New made
                    && made.type().equals(type))
        .toList();
  }

  private List<Home> homes(MethodFacts in, Value made, int returns) {
    List<Home> homes = new ArrayList<>();
    boolean returned = false;
    for (var block : in.blocks()) {
      for (Op op : block.ops()) {
        home(in, op, made).ifPresent(homes::add);
        returned |=
            op instanceof Op.Return result
                && result.value().filter(value -> mayBe(in, value, made)).isPresent();
      }
    }
    if (homes.isEmpty() && returned && returns > 0) {
      linked.running(in).stream()
          .filter(site -> linked.targets(site.in(), site.call()).bodies().size() < BODIES)
          .limit(CALLERS)
          .forEach(site -> homes.addAll(homes(site.in(), result(site), returns - 1)));
    }
    if (homes.isEmpty()) {
      homes.addAll(asPart(in, made));
    }
    if (homes.isEmpty()) {
      homes.add(new Home.Elsewhere(in, !returned && !handedOn(in, made)));
    }
    return homes;
  }

  /** The fields of wholes that it is handed to as a part when they are made. */
  private List<Home> asPart(MethodFacts in, Value made) {
    List<Home> homes = new ArrayList<>();
    for (Op.Call call : in.calls()) {
      for (int i = 1; call.callee().constructor() && i < call.arguments().size(); i++) {
        if (mayBe(in, call.arguments().get(i), made)) {
          for (MethodFacts constructor : linked.targets(in, call).bodies()) {
            keeps(constructor, i, CONSTRUCTORS, homes);
          }
        }
      }
    }
    return homes;
  }

  /** Where a constructor, or another one that it calls for the same object, puts a parameter. */
  private void keeps(MethodFacts constructor, int parameter, int depth, List<Home> homes) {
    for (Block block : constructor.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.FieldWrite write
            && write.base().filter(base -> is(base, 0)).isPresent()
            && is(write.value(), parameter)) {
          homes.add(new Home.InField(write.field()));
        } else if (op instanceof Op.Call call && depth > 0 && handsItself(call)) {
          for (int i = 1; i < call.arguments().size(); i++) {
            if (is(call.arguments().get(i), parameter)) {
              for (MethodFacts other : linked.targets(constructor, call).bodies()) {
                keeps(other, i, depth - 1, homes);
              }
            }
          }
        }
      }
    }
  }

  private static boolean handsItself(Op.Call call) {
    return call.callee().constructor() && is(call.arguments().get(0), 0);
  }

  private static boolean is(Value value, int parameter) {
    return value instanceof Value.Parameter known && known.index() == parameter;
  }

  private boolean handedOn(MethodFacts in, Value made) {
    return in.calls().stream()
        .anyMatch(
            call ->
                call.arguments().stream()
                    .skip(call.how() == Op.How.STATIC ? 0 : 1)
                    .anyMatch(argument -> mayBe(in, argument, made)));
  }

  private static Value result(CallSite site) {
    return new Value.Result(site.call().id(), site.call().callee());
  }

  private boolean mayBe(MethodFacts in, Value value, Value made) {
    return value.equals(made)
        || (value instanceof Value.Phi && returns.ops(in).inputs(value).contains(made));
  }

  /** Whether a value is a weak or soft reference to it, as registries keep them. */
  private boolean refersTo(MethodFacts in, Value value, Value made) {
    return value instanceof Value.New reference
        && linked.subtype(reference.type(), "java.lang.ref.Reference")
        && in.calls().stream()
            .filter(call -> call.callee().constructor())
            .filter(call -> call.arguments().get(0).equals(reference))
            .anyMatch(call -> mayBe(in, call.arguments().get(1), made));
  }

  private Optional<Home> home(MethodFacts in, Op op, Value made) {
    if (op instanceof Op.FieldWrite write && mayBe(in, write.value(), made)) {
      return Optional.of(
          write.base().isEmpty()
              ? new Home.InStatic(write.field())
              : new Home.InField(write.field()));
    }
    if (op instanceof Op.ArrayWrite write && mayBe(in, write.value(), made)) {
      return Optional.of(new Home.InArray(in));
    }
    if (op instanceof Op.Call call
        && Registries.puts(call)
        && call.arguments().stream()
            .skip(1)
            .anyMatch(argument -> mayBe(in, argument, made) || refersTo(in, argument, made))) {
      Value where = returns.simplest(in, call.arguments().get(0));
      if (where instanceof Value.FieldOf field && !registries.ofOneThread(field.field())) {
        return Optional.of(new Home.InCollection(field.field(), field.base().isEmpty(), in));
      }
    }
    return Optional.empty();
  }
}
