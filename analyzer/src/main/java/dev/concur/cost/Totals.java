package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what the rounds of a loop only add to: counts, sums, largest values, and what is gathered
 * in collections or under keys. Each thread can have totals of its own, put together in the end.
 *
 * <p>All methods below the loop are followed. A <em>place</em> is a field, whatever object has it,
 * or an object that was there before the loop; what an array, a collection or a getter gives out of
 * it is at the same place. A place is a total when every write of it adds, and when nothing else is
 * made of what it holds. Where something is written otherwise, or too many bodies are below, there
 * are none: a loop with one total less is still tied.
 */
final class Totals {

  /** Bodies below a loop that are looked at; ours, as {@link Reuse} has it. */
  private static final int BODIES = 500;

  /** Getters behind getters that are followed to what they give out; ours. */
  private static final int DEEPEST = 4;

  /** With more bodies than this nobody can say what a call gives out. */
  private static final int ANSWERS = 3;

  /** What leaves what it gives where it is, by the names of the JDK. */
  private static final Pattern LOOKS_UP =
      Pattern.compile("get|getOrDefault|computeIfAbsent|(get)?(First|Last)|peek|element|append");

  /** Adding to a collection, by the names of the JDK; what these give tells what was there. */
  private static final Pattern ADDS =
      Pattern.compile("(add|offer|put)(All|First|Last|IfAbsent)?|push|merge");

  /** Adding, where what is given tells nothing that may not be seen at its place. */
  private static final Pattern GIVES = Pattern.compile("computeIfAbsent|append");

  /** Classes of the JDK whose static methods work on what they are given. */
  private static final Set<String> TOOLS =
      Set.of("java.util.Arrays", "java.util.Collections", "java.lang.System");

  private static final Pattern LOOKS =
      Pattern.compile(
          "(to|hash|copy|unmodifiable|empty|as|deep|binary|identity|current|nano).*|stream|equals"
              + "|min|max|frequency|disjoint");

  private final Linked linked;
  private final Changes changes;
  private final MethodFacts method;
  private final Set<Integer> inside;
  private final Of rounds;
  private final Set<FieldRef> anew = new HashSet<>();
  private final Set<List<Object>> entered = new HashSet<>();
  private final Set<Value> added = new LinkedHashSet<>();
  private final Set<Value> used = new HashSet<>();
  private boolean ordered;
  private boolean broken;

  /** What is known of the rounds of a loop. */
  interface Of {

    /** Whether each round has one of its own. */
    boolean own(Value value);

    /** Whether each round writes at a place of its own. */
    boolean own(Op.ArrayWrite write);

    /** Whether the rounds count with it, so that each knows it beforehand. */
    boolean counter(Value value);
  }

  /** The totals of a function that is run for each element. */
  Totals(Linked linked, Changes changes, MethodFacts function, Round round, Of elements) {
    this(linked, changes, function, RoundFacts.all(function), round, elements);
  }

  /**
   * The totals of a loop.
   *
   * @param inside indexes of its blocks
   */
  Totals(
      Linked linked,
      Changes changes,
      MethodFacts method,
      Set<Integer> inside,
      Round round,
      Of rounds) {
    this.linked = linked;
    this.changes = changes;
    this.method = method;
    this.inside = inside;
    this.rounds = rounds;
    for (Value object : round.changed()) {
      if (object instanceof Value.FieldOf field && round.anew(object).isPresent()) {
        anew.add(linked.declared(field.field()));
      }
    }
  }

  /**
   * The totals, or nothing when rounds write what is none. Lists and texts must be put together in
   * order, which is worth it for long rounds only.
   *
   * @param longRounds whether a round takes so long that a loop is taken in two for it
   */
  Optional<Set<Value>> find(boolean longRounds) {
    new Frame(method, List.of(), true).look();
    boolean total = !broken && !added.isEmpty() && Collections.disjoint(added, used);
    total &= longRounds || !ordered;
    return total ? Optional.of(added) : Optional.empty();
  }

  /** One method, and to which places its parameters lead. */
  private final class Frame {
    private final MethodFacts in;
    private final List<Set<Value>> given;
    private final boolean top;
    private final Additions additions;
    private final Map<Value, Set<Value>> met = new HashMap<>();

    /** A method below the loop. */
    Frame(MethodFacts in, List<Set<Value>> given) {
      this(in, given, false);
    }

    private Frame(MethodFacts in, List<Set<Value>> given, boolean top) {
      this.in = in;
      this.given = given;
      this.top = top;
      this.additions = new Additions(in, this::looks);
    }

    private boolean looks(Block block) {
      return block.path() != Path.ERROR && (!top || inside.contains(block.index()));
    }

    void look() {
      for (Block block : in.blocks()) {
        if (looks(block)) {
          block.ops().forEach(this::look);
        }
      }
      additions.readOtherwise().forEach(number -> used.addAll(places(number)));
    }

    private void look(Op op) {
      if (op instanceof Op.FieldWrite write) {
        fieldWrite(write);
      } else if (op instanceof Op.ArrayWrite write) {
        arrayWrite(write);
      } else if (op instanceof Op.Call call) {
        call(call);
      } else if (op instanceof Op.Branch branch) {
        branch(branch);
      } else if (op instanceof Op.Return end && top) {
        end.value().ifPresent(this::use);
      } else if (op instanceof Op.Throw thrown) {
        use(thrown.value());
      }
    }

    private void branch(Op.Branch branch) {
      if (!(branch.right() instanceof Value.Null)) {
        use(branch.left());
        use(branch.right());
      }
    }

    private void fieldWrite(Op.FieldWrite write) {
      write(
          places(new Value.FieldOf(write.field(), write.base())),
          additions.of(write),
          write.value());
    }

    private void arrayWrite(Op.ArrayWrite write) {
      use(write.index());
      boolean own = top && rounds.own(write);
      write(own ? Set.of() : places(write.array()), additions.of(write), write.value());
    }

    /** Something is written at a place; what it adds, if it adds. */
    private void write(Set<Value> places, Optional<Value> more, Value value) {
      if (places.isEmpty() || more.isPresent()) {
        added.addAll(places);
        use(more.orElse(value));
      } else {
        broken = true;
      }
    }

    private void use(Value value) {
      used.addAll(places(value));
    }

    private void call(Op.Call call) {
      call.arguments().forEach(this::lambda);
      List<MethodFacts> bodies = linked.targets(in, call).bodies();
      for (MethodFacts body : bodies) {
        enter(body, call.arguments().stream().map(this::places).toList());
      }
      if (bodies.isEmpty() && !additions.carries(call)) {
        opaque(call);
      }
    }

    /** What a function does that is made here, whoever runs it. */
    private void lambda(Value value) {
      if (value instanceof Value.Lambda made) {
        List<Set<Value>> captured =
            new ArrayList<>(made.captured().stream().map(this::places).toList());
        linked.body(made.body()).ifPresent(body -> enter(body, captured));
      }
    }

    private void enter(MethodFacts body, List<Set<Value>> arguments) {
      if (entered.size() > BODIES) {
        broken = true;
      } else if (entered.add(List.of(body.ref(), arguments))) {
        new Frame(body, arguments).look();
      }
    }

    /** A call of what is not read. */
    private void opaque(Op.Call call) {
      List<Value> rest = call.arguments();
      if (call.receiver().isPresent()) {
        receiver(call, places(call.arguments().get(0)));
        rest = rest.subList(1, rest.size());
      }
      for (Value argument : rest) {
        if (!(argument instanceof Value.Lambda) && !additions.under(call)) {
          use(argument);
          broken |= changesGiven(call, argument);
        }
      }
    }

    /** Whether it may change an array or a collection that it is given. */
    private boolean changesGiven(Op.Call call, Value argument) {
      String name = call.callee().name();
      boolean works = TOOLS.contains(call.callee().owner()) || additions.fills(call, argument);
      return works && !LOOKS.matcher(name).matches() && !places(argument).isEmpty();
    }

    private void receiver(Op.Call call, Set<Value> places) {
      String name = call.callee().name();
      if (places.isEmpty() || toolOfAll(call)) {
        return;
      }
      boolean adds = ADDS.matcher(name).matches() && additions.unused(call);
      if (adds || additions.under(call) || GIVES.matcher(name).matches()) {
        added.addAll(places);
        ordered |= !unordered(call.callee().owner());
      } else if (changes.of(in, call).isPresent()) {
        broken = true;
      } else if (!LOOKS_UP.matcher(name).matches()) {
        used.addAll(places);
      }
    }

    private boolean unordered(String type) {
      return linked.subtype(type, "java.util.Set") || linked.subtype(type, "java.util.Map");
    }

    /** Whether each round begins anew with it, so that nothing in it is left of another. */
    private boolean toolOfAll(Op.Call call) {
      return call.receiver().orElseThrow() instanceof Value.FieldOf field
          && anew.contains(linked.declared(field.field()));
    }

    /** Where this is; empty for what only this round has. */
    private Set<Value> places(Value value) {
      return places(value, 0);
    }

    private Set<Value> places(Value value, int depth) {
      if (value instanceof Value.Parameter parameter && !top) {
        return parameter.index() < given.size() ? given.get(parameter.index()) : Set.of();
      }
      if (top && (rounds.counter(value) || rounds.own(value))) {
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
      return top && inside.stream().noneMatch(index -> in.blocks().get(index).holds(position));
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
        boolean out = additions.carries(call) || LOOKS_UP.matcher(call.callee().name()).matches();
        return out && !call.arguments().isEmpty() ? all(carried(call), depth) : Set.of();
      }
      if (bodies.size() > ANSWERS || depth > DEEPEST) {
        return all(call.arguments(), depth);
      }
      List<Set<Value>> arguments =
          call.arguments().stream().map(argument -> places(argument, depth)).toList();
      Set<Value> all = new LinkedHashSet<>();
      bodies.forEach(body -> all.addAll(new Frame(body, arguments).answers(depth + 1)));
      return all;
    }

    private List<Value> carried(Op.Call call) {
      return additions.carries(call) ? call.arguments() : call.arguments().subList(0, 1);
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
}
