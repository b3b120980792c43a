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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the objects of a class are made and where they are put. */
final class Makings {

  private static final Pattern PUT =
      Pattern.compile("put|putIfAbsent|add|addElement|addLast|offer|register.*|set");

  private static final Pattern TAKES =
      Pattern.compile(
          "get\\w*|compute\\w*|putIfAbsent|elementAt|elements|values|entrySet|iterator|listIterator"
              + "|forEach|stream|toArray|peek\\w*|first\\w*|last\\w*|floor\\w*|ceiling\\w*");

  /** Factories of factories. */
  private static final int RETURNS = 3;

  /** A call of so many bodies is not how one of them is asked for its product. */
  private static final int BODIES = 8;

  /** Callers of a factory that are asked what they do with its product. */
  private static final int CALLERS = 12;

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

  private final Linked linked;
  private final Returns returns;
  private final Map<String, List<Home>> known = new HashMap<>();
  private final Map<String, Set<FieldRef>> registries = new HashMap<>();
  private final Map<String, Optional<String>> many = new HashMap<>();
  private final Set<FieldRef> takenOut = new HashSet<>();

  Makings(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
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
    return made && daily(in, site.call());
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
   * Collections of other classes into which objects of this type are put that were made elsewhere.
   */
  Set<FieldRef> registriesOf(String type) {
    if (registries.isEmpty()) {
      linked.roots().forEach(this::collectRegistries);
    }
    Set<FieldRef> found = new LinkedHashSet<>(registries.getOrDefault(type, Set.of()));
    for (String parent : linked.facts().supertypes(type)) {
      if (linked.facts().isRoot(parent)) {
        found.addAll(registries.getOrDefault(parent, Set.of()));
      }
    }
    found.removeIf(field -> field.owner().equals(type));
    return found;
  }

  /**
   * Whether daily work takes what a collection holds out of it again. Who only keeps a list of what
   * he has made, to close it in the end, shares nothing with whom he made it for.
   */
  boolean takenOut(FieldRef collection) {
    if (takenOut.isEmpty()) {
      linked.roots().forEach(this::collectTakenOut);
    }
    return takenOut.contains(linked.declared(collection));
  }

  private void collectTakenOut(MethodFacts in) {
    for (Block block : in.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call
            && block.path() == Path.HOT
            && call.receiver().orElse(null) instanceof Value.FieldOf field
            && TAKES.matcher(call.callee().name()).matches()
            && !ColdNames.cold(in.ref())) {
          takenOut.add(linked.declared(field.field()));
        }
      }
    }
  }

  /** The types of what is put into queues. */
  Set<String> queuedTypes() {
    if (registries.isEmpty()) {
      linked.roots().forEach(this::collectRegistries);
    }
    Set<String> found = new LinkedHashSet<>();
    registries.forEach(
        (type, fields) -> {
          boolean queue =
              fields.stream()
                  .map(field -> Classes.named(field.descriptor()))
                  .anyMatch(kept -> linked.subtype(kept, "java.util.Queue"));
          if (queue && linked.facts().isRoot(type)) {
            found.add(type);
          }
        });
    return found;
  }

  /**
   * A static map of a class in which it keeps objects of its own: who knows the key has the same
   * object as everybody else.
   */
  Optional<FieldRef> ownMap(String type) {
    registriesOf(type);
    return registries.getOrDefault(type, Set.of()).stream()
        .filter(field -> field.owner().equals(type))
        .filter(field -> linked.subtype(Classes.named(field.descriptor()), "java.util.Map"))
        .filter(this::ofClass)
        .findFirst();
  }

  private boolean ofClass(FieldRef field) {
    return linked.type(field.owner()).stream()
        .flatMap(facts -> facts.fields().stream())
        .filter(facts -> facts.ref().equals(field))
        .anyMatch(Classes::isStatic);
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

  private void collectRegistries(MethodFacts in) {
    for (Op.Call call : in.calls()) {
      if (call.how() != Op.How.STATIC
          && PUT.matcher(call.callee().name()).matches()
          && linked.facts().inJdk(call.callee().owner())
          && call.arguments().get(0) instanceof Value.FieldOf field
          && !ofOneThread(field.field())
          && call.arguments().get(call.arguments().size() - 1) instanceof Value.Parameter kept) {
        registries
            .computeIfAbsent(Classes.named(kept.type()), type -> new LinkedHashSet<>())
            .add(field.field());
      }
    }
  }

  /** What a thread keeps for itself is no registry, though its field is static. */
  private boolean ofOneThread(FieldRef field) {
    return linked.subtype(Classes.named(field.descriptor()), "java.lang.ThreadLocal");
  }

  private List<Home> find(String type) {
    List<Home> homes = new ArrayList<>();
    linked.type(type).ifPresent(facts -> collect(facts, homes));
    linked.facts().rootsBelow(type).forEach(facts -> collect(facts, homes));
    return homes;
  }

  private void collect(ClassFacts facts, List<Home> homes) {
    for (MethodFacts constructor : facts.methods()) {
      if (constructor.ref().constructor()) {
        for (CallSite site : linked.callers(constructor)) {
          if (site.call().arguments().get(0) instanceof Value.New made
              && made.type().equals(facts.name())) {
            homes.addAll(homes(site.in(), made, RETURNS));
          }
        }
      }
    }
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
      homes.add(new Home.Elsewhere(in, !returned && !handedOn(in, made)));
    }
    return homes;
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
        && call.how() != Op.How.STATIC
        && PUT.matcher(call.callee().name()).matches()
        && call.arguments().stream()
            .skip(1)
            .anyMatch(argument -> mayBe(in, argument, made) || refersTo(in, argument, made))) {
      Value where = returns.simplest(in, call.arguments().get(0));
      if (where instanceof Value.FieldOf field && !ofOneThread(field.field())) {
        return Optional.of(new Home.InCollection(field.field(), field.base().isEmpty(), in));
      }
    }
    return Optional.empty();
  }
}
