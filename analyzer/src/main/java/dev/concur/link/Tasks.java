package dev.concur.link;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the bodies behind a value that is a task or a callback: lambdas, objects with a run method,
 * carriers.
 */
final class Tasks {

  /** A carrier may hold a carrier: a thread around a future task around a callable. */
  private static final int NESTING = 4;

  private static final String COMPARATOR = "java.util.Comparator";

  private static final String COMPARES = "(Ljava/lang/Object;Ljava/lang/Object;)I";

  private static final List<String> FUNCTIONS =
      List.of("run", "call", "get", "accept", "apply", "compute");

  /** What interfaces of {@code java.util.function} with results that are no objects call theirs. */
  private static final List<String> PRIMITIVE_FUNCTIONS =
      List.of(
          "test",
          "applyAsInt",
          "applyAsLong",
          "applyAsDouble",
          "getAsInt",
          "getAsLong",
          "getAsDouble",
          "getAsBoolean");

  private final Linked linked;

  /**
   * Kept, since a call that may run hundreds of bodies asks for the same value for each of them.
   */
  private final Table<Asked, List<MethodFacts>> known = new Table<>();

  private final Table<Origin, List<Value.Lambda>> referred = new Table<>();
  private final Table<Run, List<MethodRef>> runMethods = new Table<>();

  /** A value, the type that its place declares or nothing, and what is called on it. */
  private record Asked(Origin value, String type, List<String> via) {}

  /**
   * A type that was made, the type that its place declares or nothing, and what is called on it.
   */
  private record Run(String made, String type, List<String> via) {}

  Tasks(Linked linked) {
    this.linked = linked;
  }

  /**
   * The methods that run when the value at a place of a call is run.
   *
   * @param via names of the methods called when it is not the single abstract one
   */
  List<MethodFacts> at(MethodFacts in, Op.Call call, Place place, List<String> via) {
    Optional<Value> value = value(call, place);
    if (value.isEmpty()) {
      return List.of();
    }
    return behind(new Asked(new Origin(in, value.get()), type(call, place), via));
  }

  /** The methods that run when a value is run. */
  List<MethodFacts> behind(MethodFacts in, Value value, List<String> via) {
    return behind(new Asked(new Origin(in, value), "", via));
  }

  private List<MethodFacts> behind(Asked asked) {
    List<MethodFacts> bodies = known.get(asked);
    if (bodies == null) {
      Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
      Origin value = asked.value();
      collect(value.in(), value.value(), asked.type(), asked.via(), found, 0);
      bodies = List.copyOf(found.values());
      known.put(asked, bodies);
    }
    return bodies;
  }

  /** What references to methods without a body here call when the value is run. */
  List<Op.Call> libraryCalls(MethodFacts in, Value value, int line) {
    return referred(new Origin(in, value)).stream()
        .map(reference -> call(reference, line))
        .toList();
  }

  private List<Value.Lambda> referred(Origin value) {
    List<Value.Lambda> references = referred.get(value);
    if (references == null) {
      Map<MethodRef, Value.Lambda> found = new LinkedHashMap<>();
      references(value.in(), value.value(), found, 0);
      references = List.copyOf(found.values());
      referred.put(value, references);
    }
    return references;
  }

  private static Op.Call call(Value.Lambda reference, int line) {
    int receiver = reference.how() == Op.How.STATIC ? 0 : 1;
    int arguments = receiver + Descriptors.parameters(reference.body().descriptor());
    List<Value> values = new ArrayList<>(reference.captured());
    while (values.size() < arguments) {
      values.add(new Value.Opaque(""));
    }
    return new Op.Call(-1, line, reference.how(), reference.body(), values);
  }

  private void references(
      MethodFacts in, Value value, Map<MethodRef, Value.Lambda> found, int depth) {
    if (depth > NESTING) {
      return;
    }
    for (Origin origin : linked.origins(in, value)) {
      if (origin.value() instanceof Value.Lambda lambda) {
        if (linked.byType().behind(lambda).isEmpty()) {
          found.putIfAbsent(lambda.body(), lambda);
        }
      } else if (origin.value() instanceof Value.Result result) {
        comparing(result).ifPresent(lambda -> found.putIfAbsent(lambda.body(), lambda));
        Optional<Op.Call> maker = linked.call(origin.in(), result.op());
        maker.stream()
            .flatMap(call -> linked.effects(call).carries().stream())
            .flatMap(carries -> value(maker.get(), carries.task()).stream())
            .forEach(task -> references(origin.in(), task, found, depth + 1));
      }
    }
  }

  /**
   * What an object of the JDK that is a comparator itself, such as a collator, does when it
   * compares: as if a reference to its method had been given.
   */
  private Optional<Value.Lambda> comparing(Value.Result made) {
    String descriptor = made.callee().descriptor();
    String type = Descriptors.className(descriptor.substring(descriptor.indexOf(')') + 1));
    boolean compares =
        linked.facts().inJdk(type)
            && !type.equals(COMPARATOR)
            && linked.facts().supertypes(type).contains(COMPARATOR);
    return compares
        ? Optional.of(
            new Value.Lambda(
                new MethodRef(type, "compare", COMPARES),
                Op.How.VIRTUAL,
                List.of(made),
                COMPARATOR,
                "compare",
                COMPARES))
        : Optional.empty();
  }

  /** The value at a place of a call; empty when the call has no such place. */
  static Optional<Value> value(Op.Call call, Place place) {
    if (place.receiver()) {
      return call.receiver();
    }
    return place.argument() < call.parameters()
        ? Optional.of(call.parameter(place.argument()))
        : Optional.empty();
  }

  private void collect(
      MethodFacts in,
      Value value,
      String type,
      List<String> via,
      Map<MethodRef, MethodFacts> found,
      int depth) {
    if (depth > NESTING) {
      return;
    }
    for (Origin origin : linked.origins(in, value)) {
      if (origin.value() instanceof Value.Lambda lambda) {
        linked.byType().behind(lambda).forEach(body -> found.putIfAbsent(body.ref(), body));
      } else if (origin.value() instanceof Value.New made) {
        object(origin, made, type, via, found, depth);
      } else if (self(origin)) {
        own(origin.in().ref().owner(), type, via, found);
      } else if (origin.value() instanceof Value.Result result) {
        carried(origin.in(), linked.call(origin.in(), result.op()), via, found, depth);
      }
      if (origin.value() instanceof Value.Element element) {
        for (Value stored : storedIn(origin.in(), element.array())) {
          collect(origin.in(), stored, type, via, found, depth + 1);
        }
      }
      if (type.startsWith("java.util.") && type.endsWith("Collection")) {
        for (Origin inside : linked.contents(origin.in(), origin.value())) {
          collect(inside.in(), inside.value(), "", via, found, depth + 1);
        }
        for (Origin made : new Mapped(linked).of(origin)) {
          collect(made.in(), made.value(), "", via, found, depth + 1);
        }
      }
    }
  }

  /** What a method stores in an array: threads that it makes before it starts them all. */
  private static List<Value> storedIn(MethodFacts in, Value array) {
    return in.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.ArrayWrite.class::isInstance)
        .map(Op.ArrayWrite.class::cast)
        .filter(write -> write.array().equals(array))
        .map(Op.ArrayWrite::value)
        .toList();
  }

  private static boolean self(Origin origin) {
    return origin.value() instanceof Value.Parameter parameter
        && parameter.index() == 0
        && !origin.in().isStatic();
  }

  /** An object that hands itself over: {@code new Thread(this)}. */
  private void own(String made, String type, List<String> via, Map<MethodRef, MethodFacts> found) {
    for (MethodRef method : runMethods(made, type, via)) {
      linked
          .body(method)
          .filter(body -> !body.isAbstract())
          .ifPresent(body -> found.putIfAbsent(body.ref(), body));
    }
  }

  private void object(
      Origin origin,
      Value.New made,
      String type,
      List<String> via,
      Map<MethodRef, MethodFacts> found,
      int depth) {
    int before = found.size();
    own(made.type(), type, via, found);
    if (found.size() == before) {
      Optional<Op.Call> constructor =
          origin.in().calls().stream()
              .filter(call -> call.callee().constructor())
              .filter(call -> call.arguments().get(0).equals(made))
              .findFirst();
      carried(origin.in(), constructor, via, found, depth);
    }
  }

  /**
   * Methods of an object that its runner may call: those named, else the ones of the interface that
   * was asked for.
   */
  private List<MethodRef> runMethods(String made, String type, List<String> via) {
    Run run = new Run(made, type, via);
    List<MethodRef> methods = runMethods.get(run);
    if (methods == null) {
      methods = findRunMethods(made, type, via).stream().distinct().toList();
      runMethods.put(run, methods);
    }
    return methods;
  }

  private List<MethodRef> findRunMethods(String made, String type, List<String> via) {
    List<MethodRef> result = new ArrayList<>();
    List<String> names = via.isEmpty() ? namesOfFunctions(made) : via;
    linked
        .type(made)
        .ifPresent(
            facts ->
                facts.methods().stream()
                    .filter(method -> names.contains(method.ref().name()))
                    .filter(method -> !method.isSynthetic() && !method.isStatic())
                    .forEach(method -> result.add(method.ref())));
    if (result.isEmpty()) {
      for (String parent : linked.facts().supertypes(made)) {
        if (!parent.equals(type) && linked.type(parent).isPresent()) {
          result.addAll(runMethods(parent, type, via));
        }
      }
    }
    return result;
  }

  /** The methods of the interfaces of the JDK that a class may be a function of. */
  private List<String> namesOfFunctions(String made) {
    List<String> parents = linked.facts().supertypes(made);
    List<String> names = new ArrayList<>(FUNCTIONS);
    if (parents.contains(COMPARATOR)) {
      names.add("compare");
    }
    if (parents.stream().anyMatch(parent -> parent.startsWith("java.util.function."))) {
      names.addAll(PRIMITIVE_FUNCTIONS);
    }
    return names;
  }

  /** The task inside a carrier: what {@code new Thread(task)} was given. */
  private void carried(
      MethodFacts in,
      Optional<Op.Call> maker,
      List<String> via,
      Map<MethodRef, MethodFacts> found,
      int depth) {
    if (maker.isEmpty()) {
      return;
    }
    Effects effects = linked.effects(maker.get());
    for (Effect.Carries carries : effects.carries()) {
      value(maker.get(), carries.task())
          .ifPresent(
              task -> collect(in, task, type(maker.get(), carries.task()), via, found, depth + 1));
    }
  }

  /** Binary name of the declared type at a place. */
  private static String type(Op.Call call, Place place) {
    if (place.receiver()) {
      return call.callee().owner();
    }
    return Descriptors.parameterType(call.callee().descriptor(), place.argument());
  }
}
