package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.Generations;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the elements of a collection, an array or a stream where the code says how many there are:
 * in a factory, in the length of an array, in the loop that fills a list, in a default setting.
 */
final class Elements {

  /** Factories of the JDK whose arguments are the elements. */
  private static final Set<String> LISTED = Set.of("of", "asList");

  /** Steps of the JDK that give as many elements as they get. */
  private static final Set<String> SAME =
      Set.of(
          "stream",
          "parallelStream",
          "parallel",
          "boxed",
          "map",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "peek",
          "sorted",
          "collect",
          "toList",
          "toArray",
          "iterator",
          "copyOf",
          "unmodifiableList",
          "unmodifiableSet",
          "synchronizedList",
          "values",
          "keySet",
          "entrySet",
          "invokeAll",
          "getAll");

  private static final Set<String> ADDS =
      Set.of("add", "addLast", "addFirst", "offer", "push", "put");

  /** Adding as many as only the call says. */
  private static final Set<String> MORE =
      Set.of("addAll", "putAll", "computeIfAbsent", "merge", "putIfAbsent");

  /** Streams of so many numbers as are asked for. */
  private static final Set<String> DRAWN = Set.of("ints", "longs", "doubles");

  /** Getters of settings whose last argument is the default. */
  private static final Set<String> DEFAULTS =
      Set.of("getProperty", "getInteger", "getLong", "getOrDefault", "getInt");

  private static final Set<String> PARSES = Set.of("parseInt", "parseLong", "valueOf", "intValue");

  /** Whoever sets a limit to this sets none. */
  private static final double NO_LIMIT = Integer.MAX_VALUE;

  private static final int DEEPEST = 6;

  // A size that the code shows is found within a few looks; a parser's tables lead everywhere.
  private static final int MOST_LOOKS = 300;

  /** The part of the heap that answers may take, and what one takes with its question, about. */
  private static final int PART = 128;

  private static final int BYTES = 120;

  private final Linked linked;
  private final Generations<Origin, OptionalInt> known = Generations.within(PART, BYTES);

  Elements(Linked linked) {
    this.linked = linked;
  }

  /** The number of elements that this call, the first of a pipeline, has to give. */
  OptionalInt of(MethodFacts in, Op.Call source) {
    if (!linked.facts().inJdk(source.callee().owner()) || source.how() == Op.How.SPECIAL) {
      return OptionalInt.empty();
    }
    return size(new Search().given(in, source, 0));
  }

  /** The number of elements of a collection that was made of all of them, or of an array. */
  Optional<Double> listed(Origin made) {
    return new Search().made(made.in(), made.value(), 0).map(count -> Math.max(1.0, count));
  }

  /** The number of elements of a collection, an array or a stream. */
  OptionalInt behind(MethodFacts in, Value value) {
    Origin here = new Origin(in, value);
    OptionalInt answer = known.get(here);
    if (answer == null) {
      answer = size(new Search().elements(in, value, 0));
      known.put(here, answer);
    }
    return answer;
  }

  /** A number that is a constant wherever it comes from. */
  OptionalInt number(MethodFacts in, Value value) {
    return size(new Search().number(in, value, 0));
  }

  private static OptionalInt size(Optional<Double> count) {
    return count.isPresent() && count.get() >= 0 && count.get() < NO_LIMIT
        ? OptionalInt.of((int) Math.round(count.get()))
        : OptionalInt.empty();
  }

  /** One search with its memory of where it has been. */
  private final class Search {
    private final Set<List<Object>> underway = new HashSet<>();
    private int looks;

    Optional<Double> elements(MethodFacts in, Value value, int depth) {
      List<Object> key = List.of(in.ref(), value);
      if (depth > DEEPEST || ++looks > MOST_LOOKS || !underway.add(key)) {
        return Optional.empty();
      }
      Optional<Double> constants =
          value instanceof Value.Result result ? constantsOf(result.callee()) : Optional.empty();
      Optional<Double> count =
          constants.isPresent() ? constants : agreed(linked.origins(in, value), depth);
      underway.remove(key);
      return count;
    }

    /** The one count that all origins agree on. */
    private Optional<Double> agreed(List<Origin> origins, int depth) {
      return same(origins.stream().map(origin -> made(origin.in(), origin.value(), depth)));
    }

    /** The one count that all have; looks no further once there is none. */
    private static Optional<Double> same(Stream<Optional<Double>> counts) {
      Optional<Double> first = Optional.empty();
      for (Iterator<Optional<Double>> each = counts.iterator(); each.hasNext(); ) {
        Optional<Double> count = each.next();
        if (count.isEmpty() || (first.isPresent() && !first.equals(count))) {
          return Optional.empty();
        }
        first = count;
      }
      return first;
    }

    private Optional<Double> made(MethodFacts in, Value value, int depth) {
      if (value instanceof Value.NewArray array) {
        return number(in, array.length(), depth + 1);
      }
      if (value instanceof Value.Element element) {
        return inside(in, element, depth);
      }
      if (value instanceof Value.New object && object.type().startsWith("java.util.")) {
        return filled(in, object, depth);
      }
      return value instanceof Value.Result result
          ? linked.call(in, result.op()).flatMap(call -> given(in, call, depth + 1))
          : Optional.empty();
    }

    /** Elements of one of the arrays in an array: what the method that makes it puts into it. */
    private Optional<Double> inside(MethodFacts in, Value.Element element, int depth) {
      return same(
          linked.origins(in, element.array()).stream()
              .flatMap(
                  outer -> writes(outer).map(value -> elements(outer.in(), value, depth + 1))));
    }

    private Stream<Value> writes(Origin array) {
      return array.in().blocks().stream()
          .flatMap(block -> block.ops().stream())
          .filter(Op.ArrayWrite.class::isInstance)
          .map(Op.ArrayWrite.class::cast)
          .filter(write -> write.array().equals(array.value()))
          .map(Op.ArrayWrite::value);
    }

    /** What a call of the JDK gives. */
    Optional<Double> given(MethodFacts in, Op.Call call, int depth) {
      if (!linked.facts().inJdk(call.callee().owner())) {
        return Optional.empty();
      }
      String name = call.callee().name();
      List<Value> arguments = call.arguments();
      boolean factory = call.how() == Op.How.STATIC && !arguments.isEmpty();
      if (factory && name.startsWith("range") && arguments.size() == 2) {
        return range(in, call, name.equals("range") ? 0 : 1, depth);
      }
      if (factory && LISTED.contains(name)) {
        return listed(in, call, depth);
      }
      boolean draws = DRAWN.contains(name) && call.callee().descriptor().startsWith("(J");
      boolean limits = draws || (name.equals("limit") && arguments.size() == 2);
      if (limits || (name.equals("nCopies") && factory)) {
        return number(in, arguments.get(limits ? 1 : 0), depth + 1);
      }
      boolean passes = SAME.contains(name) && !arguments.isEmpty();
      return passes ? elements(in, arguments.get(0), depth + 1) : Optional.empty();
    }

    /** How many constants an enum has, when all of them are asked for. */
    private Optional<Double> constantsOf(MethodRef callee) {
      return callee.name().equals("values") && callee.descriptor().startsWith("()[")
          ? linked
              .type(callee.owner())
              .filter(ClassFacts::isEnum)
              .map(
                  type ->
                      (double) type.fields().stream().filter(FieldFacts::isEnumConstant).count())
          : Optional.empty();
    }

    private Optional<Double> range(MethodFacts in, Op.Call source, int more, int depth) {
      Optional<Double> from = number(in, source.arguments().get(0), depth + 1);
      Optional<Double> to = number(in, source.arguments().get(1), depth + 1);
      return from.flatMap(low -> to.map(high -> high - low + more));
    }

    private Optional<Double> listed(MethodFacts in, Op.Call source, int depth) {
      Value last = source.arguments().get(source.arguments().size() - 1);
      return source.callee().descriptor().contains("[")
          ? elements(in, last, depth + 1)
          : Optional.of((double) source.arguments().size());
    }

    /** What is put into a collection by the method that makes it, also by way of its field. */
    private Optional<Double> filled(MethodFacts in, Value.New object, int depth) {
      Set<Value> names = new HashSet<>(Set.of(object));
      for (Value.FieldOf field : keptIn(in, object)) {
        if (filledElsewhere(in, field.field())) {
          return Optional.empty();
        }
        names.add(field);
      }
      return filled(in, names, depth);
    }

    private static List<Value.FieldOf> keptIn(MethodFacts in, Value object) {
      return in.blocks().stream()
          .flatMap(block -> block.ops().stream())
          .filter(Op.FieldWrite.class::isInstance)
          .map(Op.FieldWrite.class::cast)
          .filter(write -> write.value().equals(object))
          .map(write -> new Value.FieldOf(write.field(), write.base()))
          .toList();
    }

    /** Whether other methods of the class put something into what the field holds. */
    private boolean filledElsewhere(MethodFacts in, FieldRef field) {
      return linked.type(in.ref().owner()).stream()
          .flatMap(type -> type.methods().stream())
          .filter(other -> !other.ref().equals(in.ref()))
          .flatMap(other -> other.calls().stream())
          .anyMatch(
              call ->
                  call.receiver()
                          .filter(
                              of -> of instanceof Value.FieldOf held && held.field().equals(field))
                          .isPresent()
                      && (ADDS.contains(call.callee().name())
                          || MORE.contains(call.callee().name())));
    }

    private Optional<Double> filled(MethodFacts in, Set<Value> names, int depth) {
      double sum = 0;
      for (Block block : in.blocks()) {
        for (Op op : block.ops()) {
          if (op instanceof Op.Call call && call.receiver().filter(names::contains).isPresent()) {
            Optional<Double> added = added(in, block, call, depth);
            if (added.isEmpty()) {
              return Optional.empty();
            }
            sum += added.get();
          }
        }
      }
      return sum > 0 ? Optional.of(sum) : Optional.empty();
    }

    private Optional<Double> added(MethodFacts in, Block block, Op.Call call, int depth) {
      String name = call.callee().name();
      boolean copies =
          call.callee().constructor()
              && call.callee().descriptor().contains("(Ljava/util/Collection;");
      if (copies || name.equals("addAll")) {
        return elements(in, call.arguments().get(1), depth + 1);
      }
      return ADDS.contains(name) ? rounds(in, block, depth) : Optional.of(0.0);
    }

    /** How often a block is passed; empty when one of the loops around it is not counted. */
    private Optional<Double> rounds(MethodFacts in, Block block, int depth) {
      double rounds = 1;
      for (int at = block.loop(); at >= 0; at = in.loops().get(at).parent()) {
        Optional<Double> trips = trips(in, in.loops().get(at), depth);
        if (trips.isEmpty()) {
          return Optional.empty();
        }
        rounds *= trips.get();
      }
      return Optional.of(rounds);
    }

    private Optional<Double> trips(MethodFacts in, LoopFacts loop, int depth) {
      if (loop.trip() == Loop.Trip.CONSTANT) {
        return mayEndEarly(in, loop) ? Optional.empty() : Optional.of(loop.count());
      }
      if (loop.trip() != Loop.Trip.DATA) {
        return Optional.empty();
      }
      Optional<Double> counted = number(in, loop.over(), depth + 1);
      return counted.isPresent() ? counted : elements(in, loop.over(), depth + 1);
    }

    /** Whether the constant is no more than a limit that hardly any run comes to. */
    private static boolean mayEndEarly(MethodFacts in, LoopFacts loop) {
      Set<Integer> inside = in.blocks(loop).stream().map(Block::index).collect(Collectors.toSet());
      return new EarlyEnd(in, loop, inside).find().isPresent();
    }

    Optional<Double> number(MethodFacts in, Value value, int depth) {
      List<Object> key = List.of(in.ref(), value, "number");
      if (depth > DEEPEST || ++looks > MOST_LOOKS || !underway.add(key)) {
        return Optional.empty();
      }
      Optional<Double> found = constants(in, value, depth);
      underway.remove(key);
      return found;
    }

    /** A choice between a setting and a constant is taken for the constant, its default. */
    private Optional<Double> constants(MethodFacts in, Value value, int depth) {
      Set<Double> numbers = new HashSet<>();
      for (Origin origin : linked.origins(in, value)) {
        if (origin.value() instanceof Value.Arithmetic) {
          return Optional.empty();
        }
        constant(origin, depth).ifPresent(numbers::add);
      }
      return numbers.size() == 1 ? Optional.of(numbers.iterator().next()) : Optional.empty();
    }

    private Optional<Double> constant(Origin origin, int depth) {
      Value value = origin.value();
      if (value instanceof Value.Constant constant) {
        return constant.value() instanceof Number number
            ? Optional.of(number.doubleValue())
            : parsed(constant.value());
      }
      if (value instanceof Value.Length length) {
        return elements(origin.in(), length.array(), depth + 1);
      }
      if (value instanceof Value.Result result) {
        return linked
            .call(origin.in(), result.op())
            .flatMap(call -> setting(origin.in(), call, depth));
      }
      return Optional.empty();
    }

    private Optional<Double> setting(MethodFacts in, Op.Call call, int depth) {
      MethodRef callee = call.callee();
      List<Value> arguments = call.arguments();
      boolean getsDefault = DEFAULTS.contains(callee.name()) && arguments.size() >= 2;
      if (getsDefault || (PARSES.contains(callee.name()) && !arguments.isEmpty())) {
        Value from = arguments.get(getsDefault ? arguments.size() - 1 : 0);
        return number(in, from, depth + 1);
      }
      boolean size = callee.name().equals("size") && arguments.size() == 1;
      return size ? elements(in, arguments.get(0), depth + 1) : Optional.empty();
    }

    private static Optional<Double> parsed(Object text) {
      try {
        return Optional.of(Double.parseDouble(text.toString()));
      } catch (NumberFormatException e) {
        return Optional.empty(); // a text that is no number
      }
    }
  }
}
