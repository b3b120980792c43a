package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * At which places the values of one method are, in or below the rounds of a loop. A place is a
 * field, whatever object has it, or an object that was there before the loop; what an array, a
 * collection or a getter gives out of it is at the same place.
 */
final class Whereabouts {

  /** Getters behind getters that are followed to what they give out; ours. */
  private static final int DEEPEST = 4;

  /** With more bodies than this nobody can say what a call gives out. */
  private static final int ANSWERS = 3;

  /** What leaves what it gives where it is, by the names of the JDK. */
  private static final Pattern LOOKS_UP =
      Pattern.compile("get|getOrDefault|computeIfAbsent|(get)?(First|Last)|peek|element");

  private final Linked linked;
  private final MethodFacts in;
  private final Set<FieldRef> anew;
  private final @Nullable List<Set<Value>> given;
  private final Predicate<Value> mine;
  private final IntPredicate outside;
  private final Map<Value, Set<Value>> met = new HashMap<>();

  private Whereabouts(
      Linked linked,
      MethodFacts in,
      Set<FieldRef> anew,
      @Nullable List<Set<Value>> given,
      Predicate<Value> mine,
      IntPredicate outside) {
    this.linked = linked;
    this.in = in;
    this.anew = anew;
    this.given = given;
    this.mine = mine;
    this.outside = outside;
  }

  /**
   * In the rounds of a loop.
   *
   * @param inside indexes of its blocks
   * @param anew fields that each round begins anew with
   */
  static Whereabouts ofRounds(
      Linked linked, MethodFacts in, Set<Integer> inside, Totals.Of rounds, Set<FieldRef> anew) {
    return new Whereabouts(
        linked,
        in,
        anew,
        null,
        value -> rounds.counter(value) || rounds.own(value),
        position -> inside.stream().noneMatch(index -> in.blocks().get(index).holds(position)));
  }

  /**
   * In a method below the loop.
   *
   * @param given where its parameters are, by their indexes
   */
  static Whereabouts below(
      Linked linked, MethodFacts in, List<Set<Value>> given, Set<FieldRef> anew) {
    return new Whereabouts(linked, in, anew, given, value -> false, position -> false);
  }

  /** Whether a call leaves what it gives where it is. */
  static boolean leaves(Op.Call call) {
    return LOOKS_UP.matcher(call.callee().name()).matches();
  }

  /** Where a value is; empty for what only this round has. */
  Set<Value> of(Value value) {
    return places(value, 0);
  }

  private Set<Value> places(Value value, int depth) {
    if (given != null && value instanceof Value.Parameter parameter) {
      return parameter.index() < given.size() ? given.get(parameter.index()) : Set.of();
    }
    if (mine.test(value)) {
      return Set.of();
    }
    if (value instanceof Value.FieldOf field) {
      return field(field, depth);
    }
    if (value instanceof Value.Element element) {
      return places(element.array(), depth);
    }
    if (value instanceof Value.Arithmetic sum) {
      return both(places(sum.left(), depth), places(sum.right(), depth));
    }
    if (value instanceof Value.Result result) {
      return in.call(result.op()).map(call -> given(call, depth)).orElse(Set.of());
    }
    if (value instanceof Value.Phi phi) {
      return phi(phi, depth);
    }
    boolean before =
        value instanceof Value.Parameter
            || (value instanceof Value.New made && before(made.site()))
            || (value instanceof Value.NewArray array && before(array.site()));
    return before ? Set.of(value) : Set.of();
  }

  private boolean before(int position) {
    return outside.test(position);
  }

  private Set<Value> field(Value.FieldOf field, int depth) {
    FieldRef declared = linked.declared(field.field());
    boolean own =
        anew.contains(declared)
            || field
                .base()
                .filter(base -> known(base) && places(base, depth).isEmpty())
                .isPresent();
    return own ? Set.of() : Set.of(new Value.FieldOf(declared, Optional.empty()));
  }

  private static boolean known(Value base) {
    return !(base instanceof Value.Opaque) && !(base instanceof Value.Caught);
  }

  private Set<Value> phi(Value.Phi phi, int depth) {
    Set<Value> known = met.putIfAbsent(phi, Set.of());
    if (known != null) {
      return known;
    }
    Set<Value> all = all(in.phis().get(phi.index()), depth);
    met.put(phi, all);
    return all;
  }

  /** Where that is what a call gives. */
  private Set<Value> given(Op.Call call, int depth) {
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    if (bodies.isEmpty()) {
      boolean out = Additions.carries(call) || leaves(call);
      return out && !call.arguments().isEmpty() ? all(carried(call), depth) : Set.of();
    }
    if (bodies.size() > ANSWERS || depth > DEEPEST) {
      return all(call.arguments(), depth);
    }
    List<Set<Value>> arguments =
        call.arguments().stream().map(argument -> places(argument, depth)).toList();
    Set<Value> all = new LinkedHashSet<>();
    bodies.forEach(body -> all.addAll(below(linked, body, arguments, anew).answers(depth + 1)));
    return all;
  }

  private List<Value> carried(Op.Call call) {
    return Additions.carries(call) ? call.arguments() : call.arguments().subList(0, 1);
  }

  private Set<Value> answers(int depth) {
    Set<Value> all = new LinkedHashSet<>();
    for (Block block : in.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Return end && end.value().isPresent()) {
          all.addAll(places(end.value().get(), depth));
        }
      }
    }
    return all;
  }

  private Set<Value> all(List<Value> values, int depth) {
    Set<Value> all = new LinkedHashSet<>();
    values.forEach(value -> all.addAll(places(value, depth)));
    return all;
  }

  private static Set<Value> both(Set<Value> some, Set<Value> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<Value> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
