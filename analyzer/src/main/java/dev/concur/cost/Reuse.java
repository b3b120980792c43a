package dev.concur.cost;

import dev.concur.catalogue.Reusable;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows what a piece of code does, through the methods that it calls, with objects that outlive
 * it: whether it begins to use them anew each time, so that all it needs of them is one of its own.
 */
final class Reuse {

  /** Calls below the piece of code that are looked into. */
  private static final int DEEPEST = 4;

  /** Bodies that are looked into for one piece of code; ours, so that wide code stays cheap. */
  private static final int MOST = 500;

  /** Bodies behind one call that are looked into; of more it is not known which one runs. */
  private static final int BODIES = 2;

  /** Calls of the JDK that fill an array or buffer that they are given, by their names. */
  static final Pattern FILLS =
      Pattern.compile(
          "(read|fill|set|get|put)(All|Fully|NBytes|Chars|Bytes)?|inflate|deflate|arraycopy|doFinal"
              + "|nextBytes|encode|decode|generateSecret");

  /** What changes a database belongs to the transaction of its connection. */
  private static final Pattern CHANGES_DATA = Pattern.compile("execute(Large)?(Update|Batch)?");

  /** A generator that is one for the whole process. */
  private static final Value.Opaque MATH_RANDOM = new Value.Opaque("java.lang.Math.random");

  private static final Reusable NOT = new Reusable(true, Set.of(), Set.of(), Set.of());

  /** What no parameter leads to and is not static: a method's own. */
  private static final int NOBODY = Integer.MIN_VALUE;

  private static final Value.Opaque STATIC = new Value.Opaque("static state");

  /** What is done with an object. */
  enum Does {
    /** After it nothing is left of earlier uses. */
    BEGINS,
    /** It leaves nothing behind. */
    ENDS,
    /** It is a whole use. */
    WHOLE,
    /** It draws from a generator that all threads draw from. */
    DRAWS,
    /** It goes on with a use. */
    USES,
    /** It puts something in an array. */
    FILLS,
    /** It looks at what an object holds. */
    READS,
    /** It looks at a field. */
    LOOKS,
    /** It writes a field. */
    WRITES,
    /** Something else that changes it. */
    OTHER;

    boolean changes() {
      return this != READS && this != LOOKS;
    }
  }

  /**
   * One thing that is done.
   *
   * @param object with what, as the piece of code knows it
   * @param does what
   * @param index which element of an array, when that is fixed
   * @param counter the field that says which element of an array, when one does
   * @param often how often for each time the piece of code runs, loops counted once, 0..1
   * @param data whether others may look for what the object holds
   * @param root by which parameter of the method that the piece calls it is reached; -1 for static
   *     state
   * @param call the call of the piece in which it is done
   */
  record Event(
      Value object,
      Does does,
      Optional<Object> index,
      Optional<Value> counter,
      double often,
      boolean data,
      int root,
      int call) {

    Event as(Value known, Optional<Value> knownCounter, int byRoot, Op.Call in) {
      return new Event(known, does, index, knownCounter, often, data, byRoot, in.id());
    }

    Event at(Value place) {
      Optional<Object> fixed =
          place instanceof Value.Constant constant
              ? Optional.of(constant.value())
              : Optional.empty();
      Optional<Value> field = Optional.of(place).filter(Value.FieldOf.class::isInstance);
      return new Event(object, does, fixed, field, often, data, root, call);
    }

    Event ofTool() {
      return new Event(object, does, index, counter, often, false, root, call);
    }

    Event unclear() {
      return !does.changes()
          ? this
          : new Event(object, Does.OTHER, index, counter, often, data, root, call);
    }
  }

  private final Linked linked;
  private final Summaries summaries;
  private final Changes changes;

  Reuse(Linked linked, Summaries summaries, Changes changes) {
    this.linked = linked;
    this.summaries = summaries;
    this.changes = changes;
  }

  /** What these blocks of a method do, as often as the first of them runs. */
  Round round(MethodFacts method, Set<Integer> blocks, int first) {
    Walk walk = new Walk();
    double entered = Math.max(1e-9, method.blocks().get(first).frequency());
    List<Event> events = walk.events(method, blocks, 1 / entered, 0);
    return new Round(linked, this, method, blocks, events, walk.reached);
  }

  /** What a whole method does. */
  Round round(MethodFacts method) {
    return round(method, all(method), 0);
  }

  /** One way through the calls. */
  private final class Walk {
    private final Set<MethodRef> reached = new HashSet<>();
    private final Set<MethodRef> within = new HashSet<>();
    private int looked;

    List<Event> events(MethodFacts in, Set<Integer> blocks, double often, int depth) {
      reached.add(in.ref());
      within.add(in.ref());
      List<Event> events = new ArrayList<>();
      in.blocks().stream()
          .filter(block -> blocks.contains(block.index()) && block.path() != Path.ERROR)
          .sorted(Comparator.comparingInt(Block::start))
          .forEach(
              block ->
                  block
                      .ops()
                      .forEach(op -> look(in, op, often * block.frequency(), depth, events)));
      within.remove(in.ref());
      return events;
    }

    private void look(MethodFacts in, Op op, double often, int depth, List<Event> events) {
      if (op instanceof Op.FieldWrite write && !moreRoom(write.value())) {
        events.add(event(in, field(write.field(), write.base()), Does.WRITES, often, op));
      } else if (op instanceof Op.FieldRead read) {
        events.add(event(in, field(read.field(), read.base()), Does.LOOKS, often, op));
      } else if (op instanceof Op.ArrayWrite write) {
        events.add(event(in, write.array(), Does.FILLS, often, op).at(write.index()));
      } else if (op instanceof Op.ArrayRead read) {
        events.add(event(in, read.array(), Does.READS, often, op).at(read.index()));
      } else if (op instanceof Op.Call call) {
        call(in, call, often, depth, events);
      }
    }

    /** Whether a field gets an array in which there is more room; what is in it is told apart. */
    private static boolean moreRoom(Value value) {
      return value instanceof Value.NewArray
          || (value instanceof Value.Result result
              && result.callee().owner().equals("java.util.Arrays")
              && result.callee().name().equals("copyOf"));
    }

    private static Value field(FieldRef field, Optional<Value> base) {
      return new Value.FieldOf(field, base);
    }

    private void call(MethodFacts in, Op.Call call, double often, int depth, List<Event> events) {
      List<MethodFacts> bodies = linked.targets(in, call).bodies();
      if (bodies.isEmpty()) {
        opaque(in, call, often, events);
      }
      for (MethodFacts body : bodies) {
        boolean far = depth >= DEEPEST || bodies.size() > BODIES || looked >= MOST;
        if (far || within.contains(body.ref())) {
          events.addAll(unknown(call, body, often));
        } else {
          looked++;
          // What several threads do under a lock is another matter: the lock comes first.
          boolean locks = Guarded.takesLock(linked, body);
          for (Event inside : events(body, all(body), often, depth + 1)) {
            passed(call, body, locks ? inside.unclear() : inside).ifPresent(events::add);
          }
        }
      }
    }

    /** All that is known to be changed by what is not looked into. */
    private List<Event> unknown(Op.Call call, MethodFacts body, double often) {
      Tally inside = summaries.of(body);
      Set<Integer> roots = new HashSet<>(inside.writes.keySet());
      roots.addAll(inside.changes.keySet());
      return roots.stream()
          .map(
              root ->
                  new Event(
                      argument(call, root),
                      Does.OTHER,
                      Optional.empty(),
                      Optional.empty(),
                      often,
                      true,
                      root,
                      call.id()))
          .toList();
    }

    private static boolean draws(MethodRef callee) {
      return callee.owner().equals("java.lang.Math") && callee.name().equals("random");
    }

    /** A call of what is not read. */
    private void opaque(MethodFacts in, Op.Call call, double often, List<Event> events) {
      if (draws(call.callee())) {
        events.add(event(in, MATH_RANDOM, Does.DRAWS, often, call));
      }
      boolean fills = FILLS.matcher(call.callee().name()).matches();
      boolean copies = call.callee().name().equals("arraycopy");
      for (int i = 0; i < call.parameters(); i++) {
        if (array(call.parameter(i))) {
          Does does = fills && !(copies && i == 0) ? Does.FILLS : Does.READS;
          events.add(event(in, call.parameter(i), does, often, call));
        }
      }
      call.receiver().ifPresent(receiver -> receiver(in, call, receiver, often, events));
      transacted(in, call).ifPresent(one -> events.add(event(in, one, Does.OTHER, often, call)));
    }

    /** The connection whose transaction a statement takes part in, when it changes data. */
    private Optional<Value> transacted(MethodFacts in, Op.Call call) {
      boolean changing =
          CHANGES_DATA.matcher(call.callee().name()).matches()
              && linked.subtype(call.callee().owner(), "java.sql.Statement");
      return changing && call.receiver().orElseThrow() instanceof Value.Result statement
          ? in.call(statement.op()).flatMap(Op.Call::receiver)
          : Optional.empty();
    }

    private void receiver(
        MethodFacts in, Op.Call call, Value receiver, double often, List<Event> events) {
      Reusable how =
          linked
              .catalogue()
              .reusableOf(call.callee().owner(), linked.facts()::supertypes)
              .orElse(NOT);
      boolean changing = !call.callee().constructor() && changes.of(in, call).isPresent();
      for (Does does : does(call, how, changing)) {
        Event event = event(in, receiver, does, often, call);
        events.add(how.data() ? event : event.ofTool());
      }
    }

    private List<Does> does(Op.Call call, Reusable how, boolean changing) {
      String name = call.callee().name();
      int parameters = call.parameters();
      if (how.each(name, parameters)) {
        boolean contended = linked.catalogue().isContended(call.callee().owner());
        return List.of(contended ? Does.DRAWS : Does.WHOLE);
      }
      if (how.begins(name, parameters)) {
        boolean anew = call.arguments().stream().skip(1).allMatch(Value.Constant.class::isInstance);
        return anew ? List.of(Does.BEGINS, Does.ENDS) : List.of(Does.BEGINS);
      }
      if (how.ends(name, parameters)) {
        return List.of(Does.ENDS);
      }
      Does changed = how.equals(NOT) ? Does.OTHER : Does.USES;
      return List.of(changing ? changed : Does.READS);
    }

    private Event event(MethodFacts in, Value object, Does does, double often, Op op) {
      int root = root(in, object);
      return new Event(
          named(in, object), does, Optional.empty(), Optional.empty(), often, true, root, op.id());
    }

    /** What a callee does, as its caller knows the object; empty when it is the callee's own. */
    private Optional<Event> passed(Op.Call call, MethodFacts body, Event inside) {
      int root = root(body, inside.object());
      Optional<Value> known = known(inside.object(), call);
      if (known.isPresent()) {
        Optional<Value> counter = inside.counter().flatMap(field -> known(field, call));
        return known.map(object -> inside.as(object, counter, root, call));
      }
      return root != NOBODY && inside.does().changes()
          ? Optional.of(inside.as(argument(call, root), Optional.empty(), root, call).unclear())
          : Optional.empty();
    }

    private static Value argument(Op.Call call, int root) {
      return root >= 0 && root < call.arguments().size() ? call.arguments().get(root) : STATIC;
    }

    /** A value of a callee as its caller knows it. */
    private static Optional<Value> known(Value value, Op.Call call) {
      if (value instanceof Value.Parameter parameter) {
        return parameter.index() < call.arguments().size()
            ? Optional.of(call.arguments().get(parameter.index()))
            : Optional.empty();
      }
      if (value instanceof Value.FieldOf field && field.base().isPresent()) {
        return known(field.base().get(), call)
            .map(base -> new Value.FieldOf(field.field(), Optional.of(base)));
      }
      if (value instanceof Value.Element element) {
        return known(element.array(), call).map(Value.Element::new);
      }
      boolean everywhere = value instanceof Value.FieldOf || value.equals(MATH_RANDOM);
      return everywhere ? Optional.of(value) : Optional.empty();
    }

    private static boolean array(Value value) {
      if (value instanceof Value.FieldOf field) {
        return field.field().descriptor().startsWith("[");
      }
      return value instanceof Value.NewArray
          || (value instanceof Value.Parameter parameter && parameter.type().startsWith("["));
    }
  }

  int root(MethodFacts in, Value object) {
    return summaries.calls().owners().root(in, object).orElse(NOBODY);
  }

  /** The field behind a getter. */
  Value named(MethodFacts in, Value object) {
    if (!(object instanceof Value.Result result)) {
      return object;
    }
    Optional<Op.Call> made = in.call(result.op());
    if (made.isEmpty()) {
      return object;
    }
    List<MethodFacts> bodies = linked.targets(in, made.get()).bodies();
    return bodies.size() == 1
        ? returned(bodies.get(0)).flatMap(field -> Walk.known(field, made.get())).orElse(object)
        : object;
  }

  private static Optional<Value> returned(MethodFacts getter) {
    List<Value> answers =
        getter.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(Op.Return.class::isInstance)
            .flatMap(op -> ((Op.Return) op).value().stream())
            .toList();
    return answers.size() == 1 && answers.get(0) instanceof Value.FieldOf
        ? Optional.of(answers.get(0))
        : Optional.empty();
  }

  private static Set<Integer> all(MethodFacts method) {
    Set<Integer> blocks = new HashSet<>();
    method.blocks().forEach(block -> blocks.add(block.index()));
    return blocks;
  }
}
