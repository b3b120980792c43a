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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what the rounds of a loop only add to: counts, sums, largest values, and what is gathered
 * in sets or under keys. Each thread can have totals of its own, put together in the end.
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

  /**
   * ns of a round that puts something into a set or map. Putting totals together puts it there once
   * more, at some 50 ns ({@link Sizes#LOOKUP}): with twenty times of that it costs a twentieth.
   */
  private static final double WORTH = 1_000;

  /** Adding to a collection, by the names of the JDK; what these give tells what was there. */
  private static final Pattern ADDS =
      Pattern.compile("(add|offer|put)(All|First|Last|IfAbsent)?|push|merge");

  /** Classes of the JDK whose static methods work on what they are given. */
  private static final Set<String> TOOLS =
      Set.of("java.util.Arrays", "java.util.Collections", "java.lang.System");

  private static final Pattern LOOKS =
      Pattern.compile(
          "(to|hash|copy|unmodifiable|empty|as|deep|binary|identity|current|nano).*|stream|equals"
              + "|min|max|frequency|disjoint");

  /** Descriptors of what nobody changes once it is made. */
  private static final Pattern LASTING =
      Pattern.compile(
          "[ZBCSIJFD]|Ljava/(lang/(String|Integer|Long|Double|Float|Short|Byte|Boolean|Class|Character)"
              + "|math/\\w+|time/.+|nio/file/Path|nio/charset/Charset|util/(Locale|UUID|regex/Pattern)"
              + "|net/UR[IL]);");

  private final Linked linked;
  private final Changes changes;
  private final MethodFacts method;
  private final Set<Integer> inside;
  private final Of rounds;
  private final Set<FieldRef> anew = new HashSet<>();
  private final Set<List<Object>> entered = new HashSet<>();
  private final Set<Value> added = new LinkedHashSet<>();
  private final Set<Value> used = new HashSet<>();
  private boolean gathers;
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
   * The totals, or nothing when rounds write what is none.
   *
   * @param round what is done in one
   */
  Optional<Set<Value>> find(Tally round) {
    new Frame().look();
    boolean worth = !gathers || round.cpu.middle() + round.waiting().middle() >= WORTH;
    boolean total = worth && !broken && !added.isEmpty() && Collections.disjoint(added, used);
    return total ? Optional.of(added) : Optional.empty();
  }

  /** One method, and to which places its parameters lead. */
  private final class Frame {
    private final MethodFacts in;
    private final boolean top;
    private final Additions additions;
    private final Whereabouts whereabouts;

    /** The loop itself. */
    Frame() {
      this(method, true, Whereabouts.ofRounds(linked, method, inside, rounds, anew));
    }

    /** A method below the loop. */
    Frame(MethodFacts in, List<Set<Value>> given) {
      this(in, false, Whereabouts.below(linked, in, given, anew));
    }

    private Frame(MethodFacts in, boolean top, Whereabouts whereabouts) {
      this.in = in;
      this.top = top;
      this.whereabouts = whereabouts;
      this.additions = new Additions(in, this::looks);
    }

    private boolean looks(Block block) {
      return block.path() != Path.ERROR && (!top || inside.contains(block.index()));
    }

    private Set<Value> places(Value value) {
      return whereabouts.of(value);
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
      Set<Value> places = places(new Value.FieldOf(write.field(), write.base()));
      write(places, additions.of(write), write.value());
      // What an object of this round has at hand is not followed through it.
      broken |=
          !LASTING.matcher(write.field().descriptor()).matches()
              && !places(write.value()).isEmpty();
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
      if (bodies.isEmpty() && !Additions.carries(call)) {
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
      boolean adds = ADDS.matcher(name).matches() && additions.unused(call) && joins(call);
      if (adds || additions.under(call) || name.equals("computeIfAbsent")) {
        added.addAll(places);
        gathers = true;
        broken |= !unordered(call.callee().owner());
      } else if (changes.of(in, call).isPresent()) {
        broken = true;
      } else if (!Whereabouts.leaves(call)) {
        used.addAll(places);
      }
    }

    /** Whether what a call puts together can be put together in parts. */
    private boolean joins(Op.Call call) {
      return call.arguments().stream()
          .filter(Value.Lambda.class::isInstance)
          .map(function -> linked.body(((Value.Lambda) function).body()))
          .flatMap(Optional::stream)
          .allMatch(body -> new Additions(body, block -> true).joins());
    }

    /** Lists and texts would have to be put together in order, which nobody does for them. */
    private boolean unordered(String type) {
      return linked.subtype(type, "java.util.Set") || linked.subtype(type, "java.util.Map");
    }

    /** Whether each round begins anew with it, so that nothing in it is left of another. */
    private boolean toolOfAll(Op.Call call) {
      return call.receiver().orElseThrow() instanceof Value.FieldOf field
          && anew.contains(linked.declared(field.field()));
    }
  }
}
