package dev.concur.cost;

import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a field that a method reads far below was given, when the method or what it calls made the
 * object: a parser of texts waits for nothing, though its reader could be that of a socket.
 */
final class Surroundings {

  /** Calls between the method that gives a stream and the constructor that keeps it; ours. */
  private static final int DEPTH = 6;

  /** Methods from which a field is written, at most: what everybody writes tells nobody apart. */
  private static final int METHODS = 400;

  /** An object in an object in an object: how deep one made on the way is followed. */
  private static final int INSIDE = 3;

  /** The part of the heap that each sort of answers may take. */
  private static final int PART = 128;

  /** What an answer takes with its question, and the methods that lead to writes, about. */
  private static final int BYTES = 150;

  private static final int WRITERS_BYTES = 4_000;

  /**
   * What a field was given.
   *
   * @param found the devices and memory that were seen
   * @param parameters the parameters of the method that are behind it
   */
  record Given(Devices.Found found, Set<Integer> parameters) {
    int sources() {
      return found.devices().size() + found.inMemory() + parameters.size();
    }
  }

  private record Key(MethodRef top, FieldRef field) {}

  private record Here(MethodRef in, Value value) {}

  private record Edge(MethodFacts from, MethodRef to, Optional<CallSite> site, boolean kept) {}

  /** The methods that lead to writes of a field, with the calls between them. */
  private record Writers(
      List<FieldWriteSite> writes, Map<MethodRef, List<Edge>> calls, Set<MethodRef> methods) {}

  private final Linked linked;
  private final Devices devices;
  private final Generations<FieldRef, Writers> known = Generations.within(PART, WRITERS_BYTES);
  private final Generations<Key, Optional<Given>> answers = Generations.within(PART, BYTES);
  private final Generations<Here, Given> alone = Generations.within(PART, BYTES);

  Surroundings(Linked linked, Devices devices) {
    this.linked = linked;
    this.devices = devices;
  }

  /** What a method, or what it calls, gave to a field; empty when it did not. */
  Optional<Given> given(MethodFacts top, FieldRef field) {
    Key key = new Key(top.ref(), field);
    Optional<Given> answer = answers.get(key);
    if (answer == null) {
      answer = find(top, field);
      answers.put(key, answer);
    }
    return answer;
  }

  private Optional<Given> find(MethodFacts top, FieldRef field) {
    Writers writers = known.computeIfAbsent(field, this::writers);
    if (!writers.methods().contains(top.ref())) {
      return Optional.empty();
    }
    Scope scope = new Scope(top, writers);
    List<Devices.Found> all = new ArrayList<>();
    Set<Integer> parameters = new LinkedHashSet<>();
    for (FieldWriteSite write : writers.writes()) {
      if (scope.within(write.in())) {
        DeviceSearch search = new DeviceSearch(linked, devices, scope);
        all.add(search.of(write.in(), List.of(write.write().value())));
        parameters.addAll(search.parameters());
      }
    }
    Given given = new Given(Devices.Found.sum(all), parameters);
    return given.sources() == 0 ? Optional.empty() : Optional.of(given);
  }

  /** What is behind a value of a method, as far as the method tells without its callers. */
  Given of(MethodFacts in, Value value) {
    Here here = new Here(in.ref(), value);
    Given answer = alone.get(here);
    if (answer == null) {
      answer = search(in, value);
      alone.put(here, answer);
    }
    return answer;
  }

  private Given search(MethodFacts in, Value value) {
    DeviceSearch search = new DeviceSearch(linked, devices, new Alone(in));
    Devices.Found found = search.of(in, List.of(value));
    return new Given(found, search.parameters());
  }

  /** A method whose callers are to say what they give it. */
  private record Alone(MethodFacts method) implements DeviceSearch.Context {
    @Override
    public boolean within(MethodFacts other) {
      return other.ref().equals(method.ref());
    }

    @Override
    public List<CallSite> callers(MethodFacts other) {
      return List.of();
    }

    @Override
    public boolean endsAt(MethodFacts other) {
      return within(other);
    }
  }

  private Writers writers(FieldRef field) {
    List<FieldWriteSite> writes =
        linked.writes(field).stream()
            .filter(site -> !(site.write().value() instanceof Value.Null))
            .toList();
    Map<MethodRef, List<Edge>> calls = new HashMap<>();
    Set<MethodRef> methods = new LinkedHashSet<>();
    writes.forEach(write -> methods.add(write.in().ref()));
    List<MethodRef> level = List.copyOf(methods);
    for (int depth = 0; depth < DEPTH && methods.size() < METHODS; depth++) {
      List<MethodRef> next = new ArrayList<>();
      for (MethodRef method : level) {
        List<Edge> into = methods.size() < METHODS ? into(method) : List.of();
        // What is called from everywhere tells nobody apart either.
        for (Edge edge : into.size() < METHODS ? into : List.<Edge>of()) {
          MethodRef from = edge.from().ref();
          calls.computeIfAbsent(from, ref -> new ArrayList<>()).add(edge);
          if (methods.add(from)) {
            next.add(from);
          }
        }
      }
      level = next;
    }
    return new Writers(writes, calls, methods);
  }

  private List<Edge> into(MethodRef method) {
    List<Edge> edges = new ArrayList<>();
    for (CallSite site : linked.body(method).map(linked::callers).orElse(List.of())) {
      edges.add(new Edge(site.in(), method, Optional.of(site), kept(site)));
    }
    linked
        .lambdas(method)
        .forEach(m -> edges.add(new Edge(m.in(), method, Optional.empty(), true)));
    return edges;
  }

  /** Whether an object outlives the method that makes it; calls that make none count as well. */
  private static boolean kept(CallSite site) {
    return !site.call().callee().constructor()
        || kept(site.in(), site.call().arguments().get(0), INSIDE);
  }

  private static boolean kept(MethodFacts in, Value made, int deep) {
    if (made instanceof Value.Parameter) {
      return true;
    }
    return in.blocks().stream()
        .map(Block::ops)
        .flatMap(List::stream)
        .anyMatch(op -> keeps(in, op, made, deep));
  }

  private static boolean keeps(MethodFacts in, Op op, Value made, int deep) {
    if (!(op instanceof Op.Call call) || call.how() == Op.How.STATIC) {
      return op.keeps(made);
    }
    List<Value> given = call.arguments();
    boolean inside = given.subList(1, given.size()).contains(made);
    return inside
        && (!call.callee().constructor() || (deep > 0 && kept(in, given.get(0), deep - 1)));
  }

  /** The methods between one method and the writes of a field; only their calls count. */
  private static final class Scope implements DeviceSearch.Context {
    private final MethodFacts top;
    private final Set<MethodRef> methods = new LinkedHashSet<>();
    private final Map<MethodRef, List<CallSite>> callers = new HashMap<>();

    Scope(MethodFacts top, Writers writers) {
      this.top = top;
      Deque<MethodRef> open = new ArrayDeque<>(List.of(top.ref()));
      methods.add(top.ref());
      while (!open.isEmpty()) {
        for (Edge edge : writers.calls().getOrDefault(open.remove(), List.of())) {
          if (edge.kept() || edge.from().ref().equals(top.ref())) {
            edge.site()
                .ifPresent(s -> callers.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(s));
            if (methods.add(edge.to())) {
              open.add(edge.to());
            }
          }
        }
      }
    }

    @Override
    public boolean within(MethodFacts method) {
      return methods.contains(method.ref());
    }

    @Override
    public List<CallSite> callers(MethodFacts method) {
      return callers.getOrDefault(method.ref(), List.of());
    }

    @Override
    public boolean endsAt(MethodFacts method) {
      return method.ref().equals(top.ref());
    }
  }
}
