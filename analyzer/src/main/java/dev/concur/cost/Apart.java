package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether the heavy part of a round stands apart from what ties the rounds together, so that
 * all the heavy parts can be done side by side and the light rest afterwards, in order.
 *
 * <p>The heavy part is a few calls. Nothing that they are given may come from what ties rounds
 * together, nothing that they reach may be what the rest changes, and whether they are made must
 * not hang on earlier rounds, unless the question is about what is this round's own: to ask whether
 * an element was met before costs a call in vain at most.
 */
final class Apart {

  /** What of a round is left to one thread, when the heavy part of it is not. */
  static final String IN_ORDER = "afterwards, in order: ";

  /** With less of a round apart the rest decides how long all takes (Amdahl). */
  private static final double MOST = 0.9;

  /**
   * ns of a round; for less nobody takes a loop in two. Of the loops of 22 libraries that were
   * found so, those below were all short: certificates of a chain, headers of a message.
   */
  private static final double WORTH = 1e6;

  /** Bodies below the heavy calls that are looked at; of more nobody knows what they reach. */
  private static final int BODIES = 500;

  private final Linked linked;
  private final Summaries summaries;
  private final MethodFacts method;
  private final Set<Integer> inside;
  private final RoundFacts rounds;
  private final Set<Integer> heavy = new HashSet<>();
  private final Set<Value> changed = new HashSet<>();
  private final Set<FieldRef> written = new HashSet<>();
  private final Set<Integer> needed = new HashSet<>();
  private final Set<Integer> phis = new HashSet<>();
  private final List<Spot> asks = new ArrayList<>();
  private boolean hangs;

  Apart(Linked linked, Summaries summaries, MethodFacts method, RoundFacts rounds) {
    this.linked = linked;
    this.summaries = summaries;
    this.method = method;
    this.inside = rounds.inside();
    this.rounds = rounds;
  }

  /**
   * The questions about earlier rounds that decide whether there is anything heavy to do; empty
   * when the heavy part does not stand apart.
   */
  Optional<List<Spot>> look(Tally each) {
    List<Op.Call> calls = worth(each) ? heavy(each) : List.of();
    if (calls.isEmpty() || calls.stream().anyMatch(call -> rounds.tied().contains(call.id()))) {
      return Optional.empty();
    }
    calls.forEach(call -> heavy.add(call.id()));
    if (!collectChanges()) {
      return Optional.empty();
    }
    calls.forEach(this::needs);
    return hangs || reaches(calls, List.of()) ? Optional.empty() : Optional.of(List.copyOf(asks));
  }

  /**
   * Whether nothing of all this touches what a round changes, where the heavy work on each element
   * is done elsewhere.
   */
  boolean besides(List<MethodFacts> others) {
    return collectChanges() && !reaches(List.of(), others);
  }

  /** Whether rounds are so long that a loop is taken in two for them. */
  static boolean worth(Tally each) {
    return total(each) >= WORTH;
  }

  /** Whether so much of a round is little enough to be left to one thread. */
  static boolean little(Tally part, Tally round) {
    return total(part) <= (1 - MOST) * total(round);
  }

  private static double total(Tally tally) {
    return tally.cpu.middle() + tally.waiting().middle();
  }

  /** The fewest calls that make up most of a round, or none when it is not calls that do. */
  private List<Op.Call> heavy(Tally each) {
    Map<Op.Call, Double> weights = new LinkedHashMap<>();
    for (Block block : blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          double once = total(summaries.calls().of(method, call));
          weights.put(call, rounds.often().applyAsDouble(block) * once);
        }
      }
    }
    List<Op.Call> calls = new ArrayList<>();
    double left = MOST * total(each);
    for (Map.Entry<Op.Call, Double> next :
        weights.entrySet().stream()
            .sorted(Map.Entry.<Op.Call, Double>comparingByValue().reversed())
            .toList()) {
      if (left > 0) {
        calls.add(next.getKey());
        left -= next.getValue();
      }
    }
    return left > 0 ? List.of() : calls;
  }

  private List<Block> blocks() {
    return method.blocks().stream()
        .filter(block -> inside.contains(block.index()) && block.path() != Path.ERROR)
        .toList();
  }

  /** What the rest changes that outlives a round; false when nobody knows what that is. */
  private boolean collectChanges() {
    for (Value object : rounds.round().changedBut(heavy)) {
      if (object instanceof Value.Opaque || object instanceof Value.Phi || unknownOwner(object)) {
        return false;
      }
      keeper(object).ifPresent(changed::add);
      if (!ofRound(object) && !rounds.walked().test(object)) {
        changed.add(object);
        if (object instanceof Value.FieldOf field) {
          written.add(linked.declared(field.field()));
        }
      }
    }
    return true;
  }

  /** Whether a round made it, or was given it by its own calls. */
  private boolean ofRound(Value object) {
    if (object instanceof Value.FieldOf field) {
      return field.base().filter(this::ofRound).isPresent();
    }
    return rounds.element().test(object)
        || (object instanceof Value.Element element && ofRound(element.array()))
        || (object instanceof Value.Result result && here(result.op()) && ownResult(result))
        || (object instanceof Value.New made && here(made.site()))
        || (object instanceof Value.NewArray array && here(array.site()));
  }

  /** Whether what a call of the round gave is not a part of what outlives the round. */
  private boolean ownResult(Value.Result result) {
    return !unknownOwner(result) && keeper(result).isEmpty();
  }

  /**
   * What outlives the round and gave an object out that it keeps, not by what the round is about.
   */
  private Optional<Value> keeper(Value object) {
    OptionalInt from = givenOut(object);
    if (from.isEmpty() || from.getAsInt() == Owners.STATIC) {
      return Optional.empty();
    }
    return method
        .call(((Value.Result) object).op())
        .filter(call -> call.arguments().stream().skip(1).noneMatch(this::isOfRound))
        .map(call -> call.arguments().get(from.getAsInt()))
        .filter(owner -> !ofRound(owner) && !rounds.walked().test(owner));
  }

  private boolean unknownOwner(Value object) {
    OptionalInt from = givenOut(object);
    return from.isPresent() && from.getAsInt() == Owners.STATIC;
  }

  private OptionalInt givenOut(Value object) {
    return object instanceof Value.Result result && here(result.op())
        ? method
            .call(result.op())
            .map(call -> summaries.calls().owners().givenOut(method, call))
            .orElse(OptionalInt.empty())
        : OptionalInt.empty();
  }

  private boolean here(int position) {
    return method.block(position).filter(block -> inside.contains(block.index())).isPresent();
  }

  /** Follows where all comes from that a call is given, and what decides whether it is made. */
  private void needs(Op.Call call) {
    if (!needed.add(call.id()) || call.receiver().filter(rounds.walked()).isPresent()) {
      return;
    }
    hangs |=
        rounds.tied().contains(call.id()) || (!heavy.contains(call.id()) && looksAtChanged(call));
    for (Value given : call.arguments()) {
      hangs |= changed.contains(given);
      needs(given, call.id());
    }
    method.block(call.id()).ifPresent(this::decided);
  }

  private boolean looksAtChanged(Op.Call call) {
    return call.arguments().stream().anyMatch(changed::contains)
        || rounds.round().touches(call, changed);
  }

  private void needs(Value value, int before) {
    if (value instanceof Value.Result result) {
      if (here(result.op())) {
        method.call(result.op()).ifPresent(this::needs);
        prepares(value, before);
      }
    } else if (value instanceof Value.New made && here(made.site())) {
      prepares(value, before);
    } else if (value instanceof Value.Phi phi) {
      needs(phi, before);
    } else if (value instanceof Value.FieldOf field) {
      hangs |= written.contains(linked.declared(field.field()));
      field.base().ifPresent(base -> needs(base, before));
    } else if (value instanceof Value.Element element) {
      hangs |= changed.contains(element.array());
      needs(element.array(), before);
    } else if (value instanceof Value.Length length) {
      needs(length.array(), before);
    } else if (value instanceof Value.Arithmetic sum) {
      needs(sum.left(), before);
      needs(sum.right(), before);
    } else if (value instanceof Value.Lambda lambda) {
      for (Value captured : lambda.captured()) {
        hangs |= changed.contains(captured);
        needs(captured, before);
      }
    }
  }

  private void needs(Value.Phi phi, int before) {
    if (rounds.variables().contains(phi.index())) {
      hangs |= !rounds.free().test(phi.index());
    } else if (phis.add(phi.index())) {
      method.phis().get(phi.index()).forEach(input -> needs(input, before));
    }
  }

  /** What is done with an object of this round before it is used. */
  private void prepares(Value object, int before) {
    for (Op.Call call : calls()) {
      if (call.id() < before && call.receiver().filter(object::equals).isPresent()) {
        needs(call);
      }
    }
  }

  private List<Op.Call> calls() {
    return blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .toList();
  }

  /** Looks at the tests of this round that decide whether a block is run. */
  private void decided(Block block) {
    int at = block.index();
    while (at != rounds.header() && method.blocks().get(at).dominator() >= 0) {
      at = method.blocks().get(at).dominator();
      Block test = method.blocks().get(at);
      if (inside.contains(at) && passesBy(test, block)) {
        List<Op.Branch> branches =
            test.ops().stream()
                .filter(Op.Branch.class::isInstance)
                .map(Op.Branch.class::cast)
                .toList();
        hangs |= branches.isEmpty();
        branches.forEach(this::decides);
      }
    }
  }

  /** Whether a round may go on from one block without ever coming to the other. */
  private boolean passesBy(Block from, Block to) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> todo = new ArrayDeque<>(from.successors());
    while (!todo.isEmpty()) {
      int next = todo.poll();
      if (next == to.index() || !seen.add(next)) {
        continue;
      }
      Block block = method.blocks().get(next);
      boolean ends = block.successors().isEmpty() && block.path() != Path.ERROR;
      if (ends || next == rounds.header() || !inside.contains(next)) {
        return true;
      }
      todo.addAll(block.successors());
    }
    return false;
  }

  private void decides(Op.Branch branch) {
    for (Value value : List.of(branch.left(), branch.right())) {
      Optional<Op.Call> asked =
          value instanceof Value.Result result && here(result.op())
              ? method.call(result.op())
              : Optional.empty();
      if (asked.isPresent() && asksOfItsOwn(asked.get())) {
        asks.add(
            method.spot(
                branch.line(), "looks whether an earlier round was about the same: ask first"));
      } else {
        needs(value, branch.id());
      }
    }
  }

  /** Whether what earlier rounds left is asked for what only this round has. */
  private boolean asksOfItsOwn(Op.Call call) {
    boolean ofEarlier = rounds.tied().contains(call.id()) || looksAtChanged(call);
    return ofEarlier
        && !heavy.contains(call.id())
        && call.arguments().stream().skip(1).anyMatch(this::isOfRound);
  }

  private boolean isOfRound(Value value) {
    return ofRound(value)
        || value instanceof Value.Element
        || (value instanceof Value.Phi phi && rounds.variables().contains(phi.index()))
        || (value instanceof Value.FieldOf field
            && field.base().filter(this::isOfRound).isPresent());
  }

  /** Whether the heavy calls come to what the rest changes. */
  private boolean reaches(List<Op.Call> calls, List<MethodFacts> others) {
    Set<MethodRef> seen = new HashSet<>();
    Deque<MethodFacts> todo = new ArrayDeque<>(others);
    calls.forEach(call -> enter(method, call, seen, todo));
    while (!todo.isEmpty()) {
      MethodFacts next = todo.poll();
      if (seen.size() > BODIES || touchesWritten(next)) {
        return true;
      }
      next.calls().forEach(call -> enter(next, call, seen, todo));
    }
    return false;
  }

  private void enter(MethodFacts in, Op.Call call, Set<MethodRef> seen, Deque<MethodFacts> todo) {
    List<MethodFacts> bodies = new ArrayList<>(linked.targets(in, call).bodies());
    for (Value given : call.arguments()) {
      if (given instanceof Value.Lambda lambda) {
        linked.body(lambda.body()).ifPresent(bodies::add);
      }
    }
    bodies.stream().filter(body -> seen.add(body.ref())).forEach(todo::add);
  }

  private boolean touchesWritten(MethodFacts body) {
    return body.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(
            op ->
                (op instanceof Op.FieldRead read && written.contains(linked.declared(read.field())))
                    || (op instanceof Op.FieldWrite write
                        && written.contains(linked.declared(write.field()))));
  }
}
