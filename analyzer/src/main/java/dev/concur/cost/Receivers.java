package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What methods do on objects of certain classes only.
 *
 * <p>A template method of an abstract class calls hooks on {@code this}. Called on one of its
 * subclasses it runs that one's hooks, not those of all. So a method is summed up once more for
 * each group of classes that runs other hooks than the rest (object sensitivity of depth one, by
 * type: Smaragdakis, Bravenboer and Lhotak, POPL 2011), and what it calls on {@code this} is summed
 * up for the same group.
 *
 * <p>A method on such a group is named by a key: the method itself where its class says all there
 * is to say, which is nearly always, else a copy of it with a number of its own.
 */
final class Receivers {

  /** So many groups of one method are told apart. Ours: a class with more has a common look. */
  private static final int GROUPS = 3;

  /** Behind a receiver with more classes than this there is no certain class. */
  private static final int CLASSES = 12;

  /** So many methods that are called on {@code this} are looked through for hooks. */
  private static final int METHODS = 60;

  private final Linked linked;
  private PerMethod<List<Self>> selves = new PerMethod<>();
  private PerMethod<List<Hook>> hooks = new PerMethod<>();
  private final PerMethod<Map<List<List<MethodFacts>>, MethodFacts>> groups = new PerMethod<>();
  private final Map<MethodFacts, Group> known = new HashMap<>();
  private Optional<Group> current = Optional.empty();

  /** What is called on {@code this}: one body, or what the class of {@code this} has. */
  private record Self(MethodRef callee, boolean virtual) {}

  /** An overridable method that is called on {@code this}, with all that may run. */
  private record Hook(MethodRef callee, List<MethodFacts> bodies) {}

  /**
   * A method on objects of some classes.
   *
   * @param types binary names of the classes
   */
  record Group(MethodFacts method, List<String> types) {}

  Receivers(Linked linked) {
    this.linked = linked;
  }

  /** The method that a key is about. */
  MethodFacts method(MethodFacts key) {
    Group group = known.get(key);
    return group == null ? key : group.method();
  }

  /** Once nearly all is summed up, what is seldom asked for from then on is found out again. */
  void forget() {
    selves = new PerMethod<>();
    hooks = new PerMethod<>();
  }

  /** From now on this is summed up; gives back what was before. */
  Optional<Group> enter(MethodFacts key) {
    Optional<Group> before = current;
    current = Optional.of(known.getOrDefault(key, new Group(key, List.of())));
    return before;
  }

  /** From now on this is summed up again. */
  void leave(Optional<Group> before) {
    current = before;
  }

  /** Of the bodies of a call those that it may run on what {@code this} is at present. */
  List<MethodFacts> running(MethodFacts in, Op.Call call, List<MethodFacts> bodies) {
    if (bodies.size() < 2 || call.how() == Op.How.STATIC || !onThis(in, call.arguments().get(0))) {
      return bodies;
    }
    List<String> types = self(in, call.callee().owner());
    if (types.isEmpty()) {
      return bodies;
    }
    Set<MethodFacts> ran = new LinkedHashSet<>(ran(call.callee(), types));
    List<MethodFacts> left = bodies.stream().filter(ran::contains).toList();
    return left.isEmpty() || left.size() == bodies.size() ? bodies : left;
  }

  /** The key of what a call runs, of which this is the body. */
  MethodFacts key(MethodFacts in, Op.Call call, MethodFacts body) {
    return body.isStatic() || call.how() == Op.How.STATIC || hooks(body).isEmpty()
        ? body
        : key(body, types(in, call, body));
  }

  /** The key of a lambda's body that was made with {@code this} of a method. */
  MethodFacts lambda(MethodFacts in, MethodFacts body, Optional<Value> captured) {
    boolean same = captured.filter(value -> onThis(in, value)).isPresent();
    return !same || body.isStatic() || hooks(body).isEmpty()
        ? body
        : key(body, self(in, body.ref().owner()));
  }

  private MethodFacts key(MethodFacts body, List<String> types) {
    if (types.isEmpty()) {
      return body;
    }
    List<List<MethodFacts>> ran = new ArrayList<>();
    boolean other = false;
    for (Hook hook : hooks(body)) {
      List<MethodFacts> bodies = ran(hook.callee(), types);
      other |= !bodies.isEmpty() && !bodies.equals(hook.bodies());
      ran.add(bodies);
    }
    if (!other) {
      return body;
    }
    Map<List<List<MethodFacts>>, MethodFacts> keys =
        groups.computeIfAbsent(body, same -> new HashMap<>());
    MethodFacts key = keys.get(ran);
    if (key == null && keys.size() < GROUPS) {
      key = body.again();
      keys.put(ran, key);
      known.put(key, new Group(body, types));
    }
    return key == null ? body : key;
  }

  /** The classes of what a call is made on; empty when they are those of the body or not known. */
  private List<String> types(MethodFacts in, Op.Call call, MethodFacts body) {
    Value receiver = call.arguments().get(0);
    if (receiver instanceof Value.New made) {
      return List.of(made.type());
    }
    if (onThis(in, receiver)) {
      return self(in, body.ref().owner());
    }
    List<String> made =
        linked.made(in, receiver).stream()
            .map(origin -> ((Value.New) origin.value()).type())
            .distinct()
            .filter(type -> Objects.equals(body, run(type, call.callee())))
            .toList();
    return made.isEmpty() ? below(call.callee().owner(), body.ref().owner()) : few(made);
  }

  /** The classes of {@code this} at present, where they are fewer than all below one. */
  private List<String> self(MethodFacts in, String all) {
    List<String> types =
        current.filter(group -> group.method().equals(in)).map(Group::types).orElse(List.of());
    return types.isEmpty() ? below(in.ref().owner(), all) : types;
  }

  private List<String> below(String type, String all) {
    return !type.equals(all) && linked.subtype(type, all) ? few(linked.madeBelow(type)) : List.of();
  }

  private static List<String> few(List<String> types) {
    return types.size() <= CLASSES ? types : List.of();
  }

  private List<MethodFacts> ran(MethodRef callee, List<String> types) {
    Set<MethodFacts> bodies = new LinkedHashSet<>();
    for (String type : types) {
      MethodFacts body = run(type, callee);
      if (body != null) {
        bodies.add(body);
      }
    }
    return List.copyOf(bodies);
  }

  private @Nullable MethodFacts run(String type, MethodRef callee) {
    MethodRef there = new MethodRef(type, callee.name(), callee.descriptor());
    return linked.body(there).filter(body -> !body.isAbstract()).orElse(null);
  }

  /**
   * What a method calls on {@code this}, itself or by what it calls so, that has several bodies.
   */
  private List<Hook> hooks(MethodFacts method) {
    return hooks.computeIfAbsent(method, this::findHooks);
  }

  private List<Hook> findHooks(MethodFacts method) {
    List<String> types = linked.madeBelow(method.ref().owner());
    if (types.size() < 2) {
      return List.of();
    }
    Map<MethodRef, Hook> found = new HashMap<>();
    Set<MethodFacts> seen = new LinkedHashSet<>(List.of(method));
    Deque<MethodFacts> todo = new ArrayDeque<>(seen);
    List<Hook> result = new ArrayList<>();
    while (!todo.isEmpty() && seen.size() < METHODS) {
      for (Self self : selves(todo.poll())) {
        List<MethodFacts> bodies = bodies(self, types);
        if (bodies.size() > 1 && found.get(self.callee()) == null) {
          Hook hook = new Hook(self.callee(), bodies);
          found.put(self.callee(), hook);
          result.add(hook);
        }
        for (MethodFacts body : bodies) {
          if (seen.add(body)) {
            todo.add(body);
          }
        }
      }
    }
    return List.copyOf(result);
  }

  private List<MethodFacts> bodies(Self self, List<String> types) {
    return self.virtual()
        ? ran(self.callee(), types)
        : linked.body(self.callee()).filter(body -> !body.isAbstract()).stream().toList();
  }

  private List<Self> selves(MethodFacts method) {
    return selves.computeIfAbsent(method, Receivers::findSelves);
  }

  private static List<Self> findSelves(MethodFacts method) {
    if (method.isStatic()) {
      return List.of();
    }
    Set<Self> found = new LinkedHashSet<>();
    for (Op.Call call : method.calls()) {
      if (call.how() != Op.How.STATIC && onThis(method, call.arguments().get(0))) {
        found.add(new Self(call.callee(), call.how() != Op.How.SPECIAL));
      }
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Lambda lambda
            && !lambda.captured().isEmpty()
            && lambda.how() != Op.How.STATIC
            && onThis(method, lambda.captured().get(0))) {
          found.add(new Self(lambda.body(), lambda.how() != Op.How.SPECIAL));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean onThis(MethodFacts in, Value value) {
    return !in.isStatic() && value instanceof Value.Parameter own && own.index() == 0;
  }
}
