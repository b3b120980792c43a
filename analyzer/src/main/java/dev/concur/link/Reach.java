package dev.concur.link;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Effects;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.MethodFacts;
import dev.concur.read.MethodSet;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rapid type analysis (Bacon and Sweeney, OOPSLA 1996): which methods can run, given which types
 * are made.
 *
 * <p>All methods of the roots are reached, and all their concrete classes are made, by frameworks
 * if by nobody else. Library classes count when a reached method makes them. Bodies of libraries
 * are followed at most {@value #LIBRARY_DEPTH} calls deep, and never where the catalogue speaks.
 */
final class Reach {

  /**
   * Calls from a root into libraries beyond which we do not follow; false positives sit at 6 and
   * more.
   */
  static final int LIBRARY_DEPTH = 7;

  private record Wanted(MethodRef callee, int depth) {}

  private final Facts facts;
  private final Types types;
  private final Catalogue catalogue;
  private final List<MethodFacts> methods = new ArrayList<>();
  private final MethodSet reached = new MethodSet();
  private final PerMethod<Integer> depths = new PerMethod<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Map<String, List<String>> madeBelow = new HashMap<>();
  private final Map<String, Map<MethodRef, Wanted>> wanted = new HashMap<>();
  private final Map<MethodRef, List<Origin>> lambdas = new HashMap<>();
  private final Map<String, List<Origin>> lambdasOf = new HashMap<>();
  private final Set<String> given = new TreeSet<>();
  private Deque<MethodFacts> todo = new ArrayDeque<>();

  Reach(Facts facts, Types types, Catalogue catalogue) {
    this.facts = facts;
    this.types = types;
    this.catalogue = catalogue;
    for (ClassFacts root : facts.roots()) {
      if (!root.isAbstract() && !root.isInterface()) {
        make(root.name());
      }
      root.methods().forEach(method -> reach(method, 0));
    }
    followAll();
    comeFromOutside();
    followAll();
    letGo();
  }

  private void followAll() {
    while (!todo.isEmpty()) {
      follow(todo.poll());
    }
  }

  /**
   * What the roots call on a class of a library that nobody was seen to make runs all the same when
   * the object was handed in or stands in a field: a container that was not read has made it.
   */
  private void comeFromOutside() {
    for (String owner : given) {
      if (!facts.isRoot(owner) && madeBelow(owner).isEmpty()) {
        facts.find(owner).filter(type -> !type.isInterface()).ifPresent(this::isGiven);
      }
    }
    given.clear();
  }

  private void isGiven(ClassFacts type) {
    if (!type.isAbstract()) {
      make(type.name());
      return;
    }
    for (Wanted call : List.copyOf(wanted.getOrDefault(type.name(), Map.of()).values())) {
      dispatch(type.name(), call.callee(), call.depth());
    }
  }

  /** All are reached: what only finding them needed goes. */
  private void letGo() {
    // Emptied, but as long as it ever was.
    todo = new ArrayDeque<>(0);
    depths.clear();
    wanted.clear();
    made.clear();
    madeBelow.replaceAll((type, below) -> List.copyOf(below));
    lambdas.replaceAll((body, all) -> List.copyOf(all));
    lambdasOf.replaceAll((type, all) -> List.copyOf(all));
  }

  Collection<MethodFacts> methods() {
    return Collections.unmodifiableList(methods);
  }

  boolean has(MethodFacts method) {
    return reached.has(method);
  }

  /** Concrete types that are made and are, extend or implement this one. */
  List<String> madeBelow(String type) {
    return madeBelow.getOrDefault(type, List.of());
  }

  /** Where lambdas with this body are made. */
  List<Origin> lambdas(MethodRef body) {
    return lambdas.getOrDefault(body, List.of());
  }

  /** Where lambdas of this functional interface are made. */
  List<Origin> lambdasOf(String interfaceName) {
    return lambdasOf.getOrDefault(interfaceName, List.of());
  }

  private void reach(MethodFacts method, int depth) {
    if (reached.add(method)) {
      methods.add(method);
      depths.put(method, depth);
      todo.add(method);
    }
  }

  private void follow(MethodFacts method) {
    int depth = depths.computeIfAbsent(method, same -> 0);
    int next = facts.isRoot(method.ref().owner()) ? 1 : depth + 1;
    if (next > LIBRARY_DEPTH) {
      return;
    }
    Values.forEach(method, value -> note(method, value, next));
    for (Op.Call call : method.calls()) {
      call(call, next);
    }
    initialise(method.ref().owner(), next);
  }

  /** A class of a library is initialised before any of its methods runs: its one object is made. */
  private void initialise(String type, int depth) {
    facts.find(type).stream()
        .flatMap(found -> found.methods().stream())
        .filter(method -> method.ref().name().equals("<clinit>"))
        .forEach(method -> reach(method, depth));
  }

  private void note(MethodFacts in, Value value, int depth) {
    if (value instanceof Value.New made) {
      make(made.type());
    } else if (value instanceof Value.Lambda lambda) {
      Origin origin = new Origin(in, lambda);
      List<Origin> known = lambdas.computeIfAbsent(lambda.body(), b -> new ArrayList<>());
      if (!known.contains(origin)) {
        known.add(origin);
        lambdasOf.computeIfAbsent(lambda.interfaceName(), i -> new ArrayList<>()).add(origin);
      }
      if (lambda.body().constructor()) {
        make(lambda.body().owner());
      }
      call(lambda.how(), lambda.body(), depth);
    }
  }

  private void call(Op.Call call, int depth) {
    boolean handedIn =
        call.receiver()
            .filter(r -> r instanceof Value.Parameter || r instanceof Value.FieldOf)
            .isPresent();
    if (depth == 1 && handedIn) {
      given.add(call.callee().owner());
    }
    call(call.how(), call.callee(), depth);
  }

  private void call(Op.How how, MethodRef callee, int depth) {
    if (spokenFor(callee)) {
      return;
    }
    if (how == Op.How.STATIC || how == Op.How.SPECIAL) {
      types.resolve(callee).ifPresent(body -> reach(body, depth));
      return;
    }
    Map<MethodRef, Wanted> below =
        wanted.computeIfAbsent(callee.owner(), owner -> new LinkedHashMap<>());
    if (below.putIfAbsent(callee, new Wanted(callee, depth)) == null) {
      for (String type : List.copyOf(madeBelow(callee.owner()))) {
        dispatch(type, callee, depth);
      }
    }
  }

  /** Whether the catalogue describes exactly this method and it is not our own code. */
  private boolean spokenFor(MethodRef callee) {
    if (facts.isRoot(callee.owner())) {
      return false;
    }
    Effects effects = catalogue.effectsOf(callee, facts::supertypes);
    return effects.known() && !effects.inherited();
  }

  private void dispatch(String type, MethodRef callee, int depth) {
    types
        .resolve(type, callee)
        .filter(body -> !body.isAbstract())
        .ifPresent(body -> reach(body, depth));
  }

  private void make(String type) {
    if (!made.add(type) || facts.find(type).isEmpty()) {
      return;
    }
    List<String> above = new ArrayList<>(List.of(type));
    above.addAll(facts.supertypes(type));
    for (String sup : above) {
      madeBelow.computeIfAbsent(sup, s -> new ArrayList<>()).add(type);
      for (Wanted call : List.copyOf(wanted.getOrDefault(sup, Map.of()).values())) {
        dispatch(type, call.callee(), call.depth());
      }
    }
  }
}
