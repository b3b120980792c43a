package dev.concur.cost;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells the writes of one method that add to what was there: sums, products, bits, largest values,
 * and counts under the keys of a map. The order of such writes does not matter for what they come
 * to.
 */
final class Additions {

  private static final String ANY_ORDER = "+*&|^";

  private static final Pattern EXTREMES = Pattern.compile("max|min|sum|addExact|multiplyExact");

  private static final Pattern BOXES =
      Pattern.compile("valueOf|(int|long|double|float|short|byte)Value");

  private static final Pattern LOOKS_UP = Pattern.compile("get|getOrDefault");

  private final MethodFacts in;
  private final Predicate<Block> looked;
  private final Set<Integer> under = new HashSet<>();
  private final Set<Integer> results = new HashSet<>();

  Additions(MethodFacts in, Predicate<Block> looked) {
    this.in = in;
    this.looked = looked;
    in.phis().forEach(inputs -> inputs.forEach(this::mention));
    ops().forEach(op -> parts(op).forEach(this::mention));
    ops().forEach(this::counts);
  }

  private List<Op> ops() {
    return in.blocks().stream().filter(looked).flatMap(block -> block.ops().stream()).toList();
  }

  /** What a write adds to what the field held; empty when it is no addition. */
  Optional<Value> of(Op.FieldWrite write) {
    return more(write.value(), new Value.FieldOf(write.field(), write.base()));
  }

  /** What a write adds to what the array held there. */
  Optional<Value> of(Op.ArrayWrite write) {
    Value there = new Value.Element(write.array());
    boolean elsewhere =
        ops().stream()
            .anyMatch(
                op ->
                    op instanceof Op.ArrayRead read
                        && read.array().equals(write.array())
                        && !read.index().equals(write.index()));
    return elsewhere ? Optional.empty() : more(write.value(), there);
  }

  private Optional<Value> more(Value value, Value there) {
    if (value instanceof Value.Arithmetic sum) {
      return more(sum, there);
    }
    Optional<Op.Call> extreme =
        value instanceof Value.Result result
            ? in.call(result.op()).filter(Additions::extreme)
            : Optional.empty();
    return extreme
        .map(Op.Call::arguments)
        .filter(both -> both.contains(there))
        .map(both -> both.get(both.get(0).equals(there) ? 1 : 0));
  }

  /** Also where several are added, each to what came of the one before. */
  private static Optional<Value> more(Value.Arithmetic sum, Value there) {
    boolean anyOrder = ANY_ORDER.indexOf(sum.operator()) >= 0;
    if (sum.left().equals(there) && (anyOrder || sum.operator() == '-')) {
      return Optional.of(sum.right());
    }
    if (sum.right().equals(there) && anyOrder) {
      return Optional.of(sum.left());
    }
    return sum.left() instanceof Value.Arithmetic first && first.operator() == sum.operator()
        ? more(first, there).map(one -> new Value.Arithmetic(sum.operator(), one, sum.right()))
        : Optional.empty();
  }

  /**
   * Numbers in fields and arrays that are read more often than they are added to, or that something
   * else is made of.
   */
  List<Value> readOtherwise() {
    List<Value> reads = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    for (Op op : ops()) {
      if (op instanceof Op.FieldRead read && number(read.field().descriptor())) {
        reads.add(new Value.FieldOf(read.field(), read.base()));
      } else if (op instanceof Op.ArrayRead read && number(element(read.array()))) {
        reads.add(new Value.Element(read.array()));
      }
    }
    for (Op op : ops()) {
      if (op instanceof Op.FieldWrite write && of(write).isPresent()) {
        reads.remove(new Value.FieldOf(write.field(), write.base()));
        numbers(of(write).get(), others);
      } else if (op instanceof Op.ArrayWrite write && of(write).isPresent()) {
        reads.remove(new Value.Element(write.array()));
        numbers(of(write).get(), others);
      } else if (!(op instanceof Op.Call call && extreme(call))) {
        parts(op).forEach(part -> numbers(part, others));
      }
    }
    reads.addAll(others);
    return reads;
  }

  private void numbers(Value value, List<Value> found) {
    if (value instanceof Value.Arithmetic sum) {
      numbers(sum.left(), found);
      numbers(sum.right(), found);
    } else if ((value instanceof Value.FieldOf field && number(field.field().descriptor()))
        || (value instanceof Value.Element one && number(element(one.array())))) {
      found.add(value);
    }
  }

  private static boolean number(String descriptor) {
    return descriptor.length() == 1;
  }

  /** Descriptor of the elements of an array; empty when it is not known. */
  private String element(Value array) {
    String type = descriptor(array, 0);
    return type.startsWith("[") ? type.substring(1) : "";
  }

  private String descriptor(Value value, int depth) {
    if (value instanceof Value.FieldOf field) {
      return field.field().descriptor();
    }
    if (value instanceof Value.Parameter parameter) {
      return parameter.type();
    }
    if (value instanceof Value.NewArray made) {
      return made.type();
    }
    if (value instanceof Value.Element one) {
      String array = descriptor(one.array(), depth);
      return array.startsWith("[") ? array.substring(1) : "";
    }
    if (value instanceof Value.Result result) {
      String descriptor = result.callee().descriptor();
      return descriptor.substring(descriptor.indexOf(')') + 1);
    }
    return value instanceof Value.Phi phi && depth < Value.DEPTH
        ? in.phis().get(phi.index()).stream()
            .map(input -> descriptor(input, depth + 1))
            .filter(type -> !type.isEmpty())
            .findFirst()
            .orElse("")
        : "";
  }

  /**
   * Whether a function of two gives one of them, a new object, or the sum, product, bits or extreme
   * of the two: what more is made of the one on the way cannot be made of parts.
   */
  boolean joins() {
    return ops().stream()
        .filter(Op.Return.class::isInstance)
        .flatMap(op -> ((Op.Return) op).value().stream())
        .flatMap(value -> inputs(unboxed(value)).stream())
        .allMatch(
            value ->
                !(value instanceof Value.Arithmetic sum)
                    || (ANY_ORDER.indexOf(sum.operator()) >= 0
                        && !(unboxed(sum.left()) instanceof Value.Arithmetic)
                        && !(unboxed(sum.right()) instanceof Value.Arithmetic)));
  }

  /** Whether a call gives its numbers on, in or out of a box or as the larger of two. */
  static boolean carries(Op.Call call) {
    return extreme(call) || boxes(call);
  }

  private static boolean extreme(Op.Call call) {
    return call.arguments().size() == 2
        && EXTREMES.matcher(call.callee().name()).matches()
        && call.callee().owner().startsWith("java.lang.");
  }

  private static boolean boxes(Op.Call call) {
    return call.arguments().size() == 1
        && BOXES.matcher(call.callee().name()).matches()
        && call.callee().owner().startsWith("java.lang.");
  }

  /** Whether it is an array that a call fills. */
  boolean fills(Op.Call call, Value argument) {
    return Reuse.FILLS.matcher(call.callee().name()).matches()
        && descriptor(argument, 0).startsWith("[");
  }

  /** Whether nothing is made of what a call gives. */
  boolean unused(Op.Call call) {
    return !results.contains(call.id());
  }

  /** Whether it puts under a key what was there and something more. */
  boolean under(Op.Call call) {
    return under.contains(call.id());
  }

  private void counts(Op op) {
    if (op instanceof Op.Call put
        && put.callee().name().equals("put")
        && put.arguments().size() == 3
        && inputs(put.arguments().get(2)).stream().allMatch(value -> more(value, put))) {
      under.add(put.id());
    }
  }

  /** A new object where none was, a number to begin with, or the one that was there and more. */
  private boolean more(Value value, Op.Call put) {
    Optional<Value> number =
        call(value).filter(Additions::boxes).map(box -> box.arguments().get(0));
    return number.isPresent()
        && inputs(number.get()).stream()
            .allMatch(
                one ->
                    one instanceof Value.Constant
                        || (one instanceof Value.Arithmetic sum
                            && "+-".indexOf(sum.operator()) >= 0
                            && held(sum.left(), put)));
  }

  /** The number that the map held under the key, or what stands for it where there was none. */
  private boolean held(Value number, Op.Call put) {
    return call(number)
        .filter(Additions::boxes)
        .filter(unbox -> inputs(unbox.arguments().get(0)).stream().allMatch(one -> there(one, put)))
        .isPresent();
  }

  private boolean there(Value value, Op.Call put) {
    return call(value)
        .filter(
            look ->
                (boxes(look) && look.arguments().get(0) instanceof Value.Constant)
                    || (LOOKS_UP.matcher(look.callee().name()).matches()
                        && look.arguments().size() >= 2
                        && look.arguments().get(0).equals(put.arguments().get(0))
                        && unboxed(look.arguments().get(1))
                            .equals(unboxed(put.arguments().get(1)))))
        .isPresent();
  }

  /** A number that is a key is put in a box at each call. */
  private Value unboxed(Value key) {
    return call(key).filter(Additions::boxes).map(box -> box.arguments().get(0)).orElse(key);
  }

  private Optional<Op.Call> call(Value value) {
    return value instanceof Value.Result result ? in.call(result.op()) : Optional.empty();
  }

  private Set<Value> inputs(Value value) {
    Set<Value> found = new HashSet<>();
    Set<Value> seen = new HashSet<>();
    collect(value, found, seen);
    return found;
  }

  private void collect(Value value, Set<Value> found, Set<Value> seen) {
    if (!(value instanceof Value.Phi phi)) {
      found.add(value);
    } else if (seen.add(phi)) {
      in.phis().get(phi.index()).forEach(input -> collect(input, found, seen));
    }
  }

  private void mention(Value value) {
    if (value instanceof Value.Result result) {
      results.add(result.op());
    } else if (value instanceof Value.Arithmetic sum) {
      mention(sum.left());
      mention(sum.right());
    } else if (value instanceof Value.Lambda made) {
      made.captured().forEach(this::mention);
    } else if (value instanceof Value.FieldOf field) {
      field.base().ifPresent(this::mention);
    } else if (value instanceof Value.Element element) {
      mention(element.array());
    } else if (value instanceof Value.Length length) {
      mention(length.array());
    }
  }

  private static List<Value> parts(Op op) {
    List<Value> parts = new ArrayList<>(Carried.parts(op));
    if (op instanceof Op.Return end) {
      end.value().ifPresent(parts::add);
    }
    return parts;
  }
}
