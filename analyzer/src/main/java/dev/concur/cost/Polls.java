package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells loops that do nothing but look whether another thread has done something.
 *
 * <p>Left to itself such a loop would never end: it changes nothing, each iteration is the same as
 * the one before (what it assigns is read afresh), and it is left by comparing something that only
 * others can change, a field that is not final or what a getter answers, with something fixed. It
 * may sleep or yield.
 */
final class Polls {

  /** Methods of the JDK whose names promise that they only look, and do not get and change. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(get(?!And[A-Z])|is)([A-Z].*)?|size|peek|contains.*|intValue|longValue|booleanValue|interrupted"
              + "|currentThread|nanoTime|currentTimeMillis|now|equals");

  /** Of these, the next of something: no two answers are the same one asked again. */
  private static final Pattern TAKES = Pattern.compile("java\\.nio\\.\\w*Buffer\\.get.*");

  /** Of these, what does not ask another thread: clocks, this thread, numbers in boxes. */
  private static final Pattern NOT_OF_OTHERS =
      Pattern.compile(
          "currentThread|nanoTime|currentTimeMillis|now|intValue|longValue|booleanValue|equals"
              + "|interrupted|isInterrupted");

  /** Giving way for a moment without being told when to go on. */
  private static final Pattern PAUSES = Pattern.compile("yield|onSpinWait");

  /** How deep getters may call getters. */
  private static final int NESTING = 3;

  private final Linked linked;

  Polls(Linked linked) {
    this.linked = linked;
  }

  /** What the loop looks at, when it does nothing else. */
  Optional<Happening.LooksAgain> look(MethodFacts method, LoopFacts loop, Set<Integer> inside) {
    if (loop.trip() == Loop.Trip.CONSTANT) {
      return Optional.empty();
    }
    List<Op> ops =
        inside.stream()
            .map(index -> method.blocks().get(index))
            .filter(block -> block.path() != Path.ERROR)
            .flatMap(block -> block.ops().stream())
            .toList();
    if (!ops.stream().allMatch(op -> idle(method, op, 0)) || !afresh(method, loop, ops)) {
      return Optional.empty();
    }
    boolean yields = ops.stream().anyMatch(op -> op instanceof Op.Call call && pauses(call));
    return leaves(method, inside, ops)
        .map(at -> new Happening.LooksAgain(at.note(), yields, List.of(at)));
  }

  /** Whether nothing is done in the loop with what an earlier iteration left but testing it. */
  private static boolean afresh(MethodFacts method, LoopFacts loop, List<Op> ops) {
    BitSet tied = tied(method, new HashSet<>(loop.variables()));
    boolean computed =
        loop.variables().stream()
            .flatMap(variable -> method.phis().get(variable).stream())
            .anyMatch(value -> !(value instanceof Value.Phi) && mentions(value, tied));
    return !computed
        && ops.stream()
            .filter(op -> !(op instanceof Op.Branch))
            .flatMap(op -> Carried.parts(op).stream())
            .noneMatch(value -> mentions(value, tied));
  }

  /** The phis through which a variable of the loop may be seen. */
  private static BitSet tied(MethodFacts method, Set<Integer> variables) {
    BitSet tied = new BitSet();
    variables.forEach(tied::set);
    boolean grows = true;
    while (grows) {
      int before = tied.cardinality();
      for (int phi = 0; phi < method.phis().size(); phi++) {
        if (method.phis().get(phi).stream().anyMatch(value -> mentions(value, tied))) {
          tied.set(phi);
        }
      }
      grows = tied.cardinality() > before;
    }
    return tied;
  }

  private static boolean mentions(Value value, BitSet phis) {
    boolean[] found = {false};
    Carried.phisIn(value, phi -> found[0] |= phis.get(phi));
    return found[0];
  }

  /** Whether an operation leaves everything as it was. */
  private boolean idle(MethodFacts method, Op op, int depth) {
    if (op instanceof Op.Call call) {
      return (depth == 0 && (sleeps(call) || pauses(call))) || looks(method, call, depth);
    }
    return !(op instanceof Op.FieldWrite || op instanceof Op.ArrayWrite);
  }

  private boolean sleeps(Op.Call call) {
    List<Effect> effects = linked.effects(call).all();
    return !effects.isEmpty()
        && effects.stream()
            .allMatch(effect -> effect instanceof Effect.Waits w && w.kind() == Kind.SLEEP);
  }

  private static boolean pauses(Op.Call call) {
    return call.callee().owner().equals("java.lang.Thread")
        && PAUSES.matcher(call.callee().name()).matches();
  }

  private boolean looks(MethodFacts method, Op.Call call, int depth) {
    List<MethodFacts> bodies = linked.targets(method, call).bodies();
    if (bodies.isEmpty()) {
      return linked.facts().inJdk(call.callee().owner())
          && LOOKS.matcher(call.callee().name()).matches()
          && !TAKES.matcher(call.callee().owner() + "." + call.callee().name()).matches()
          && bare(linked.effects(call));
    }
    return depth < NESTING && bodies.stream().allMatch(body -> getter(body, depth + 1));
  }

  private boolean getter(MethodFacts body, int depth) {
    return !body.blocks().isEmpty()
        && body.loops().isEmpty()
        && body.blocks().stream()
            .filter(block -> block.path() != Path.ERROR)
            .flatMap(block -> block.ops().stream())
            .allMatch(op -> idle(body, op, depth));
  }

  /** Whether the catalogue says nothing of it but what it costs and whose monitor it takes. */
  private static boolean bare(Effects effects) {
    return effects.all().stream()
        .allMatch(e -> e instanceof Effect.Computes || e instanceof Effect.LocksReceiver);
  }

  /** The first test that leaves the loop, with what it looks at as its note. */
  private Optional<Spot> leaves(MethodFacts method, Set<Integer> inside, List<Op> ops) {
    Set<Integer> calls =
        ops.stream().filter(Op.Call.class::isInstance).map(Op::id).collect(Collectors.toSet());
    Looked looked = new Looked(method, calls);
    List<Op.Branch> exits =
        inside.stream()
            .sorted()
            .map(index -> method.blocks().get(index))
            .filter(block -> block.successors().stream().anyMatch(to -> !inside.contains(to)))
            .flatMap(block -> block.ops().stream())
            .filter(Op.Branch.class::isInstance)
            .map(Op.Branch.class::cast)
            .toList();
    boolean compared = exits.stream().anyMatch(looked::comparesTwo);
    return compared
        ? Optional.empty()
        : exits.stream().flatMap(exit -> looked.at(exit).stream()).findFirst();
  }

  /** What the tests of one loop look at. */
  private final class Looked {
    private final MethodFacts method;
    private final Set<Integer> calls;

    Looked(MethodFacts method, Set<Integer> calls) {
      this.method = method;
      this.calls = calls;
    }

    /** Two readings that must agree: reading again, and not waiting. */
    boolean comparesTwo(Op.Branch branch) {
      return changing(branch.left()).isPresent() && changing(branch.right()).isPresent();
    }

    Optional<Spot> at(Op.Branch branch) {
      return changing(branch.left())
          .or(() -> changing(branch.right()))
          .map(what -> method.spot(branch.line(), what));
    }

    /** What others can change in a value, in words. */
    private Optional<String> changing(Value value) {
      return changing(value, new BitSet());
    }

    private Optional<String> changing(Value value, BitSet passed) {
      if (value instanceof Value.FieldOf field) {
        return linked.isFinal(field.field())
            ? Optional.empty()
            : Optional.of(linked.declared(field.field()).qualified());
      }
      if (value instanceof Value.Arithmetic sum) {
        return changing(sum.left(), passed).or(() -> changing(sum.right(), passed));
      }
      if (value instanceof Value.Phi phi && !passed.get(phi.index())) {
        passed.set(phi.index());
        return method.phis().get(phi.index()).stream()
            .filter(read -> !(read instanceof Value.Phi))
            .flatMap(read -> changing(read, passed).stream())
            .findFirst();
      }
      return value instanceof Value.Result result && asks(result)
          ? Optional.of(result.callee().simpleOwner() + "." + result.callee().name())
          : Optional.empty();
    }

    private boolean asks(Value.Result result) {
      return calls.contains(result.op())
          && !NOT_OF_OTHERS.matcher(result.callee().name()).matches();
    }
  }
}
