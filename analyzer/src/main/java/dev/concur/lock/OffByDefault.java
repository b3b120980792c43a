package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Code that runs only when a boolean field differs from what it is by default and nobody sets it
 * but the configuration, or when there is what hardly anybody has.
 *
 * <p>A field is such a switch when constructors leave it as it is by default and methods that set
 * up or configure fill it with a value from outside. Fields that the program itself sets to the
 * other value are its state, and say nothing of how often the code behind them runs.
 */
final class OffByDefault {

  /** Of nearly all methods, and never changed. */
  private static final BitSet NONE = new BitSet(0);

  private final Linked linked;
  private final Map<FieldRef, Optional<Boolean>> switches = new HashMap<>();
  private final PerMethod<BitSet> known = new PerMethod<>();

  OffByDefault(Linked linked) {
    this.linked = linked;
  }

  /** Whether a block runs only when a switch is on that is off by default. */
  boolean off(MethodFacts method, Block block) {
    return known.computeIfAbsent(method, this::find).get(block.index());
  }

  private BitSet find(MethodFacts method) {
    BitSet off = new BitSet();
    for (Block block : method.blocks()) {
      Ops.branch(block)
          .filter(branch -> branch.then() != branch.otherwise())
          .ifPresent(branch -> off.or(onlyBehind(method, block, unusual(branch))));
    }
    return off.isEmpty() ? NONE : off;
  }

  /** Where a test leads when it finds what is not so by default; -1 when it asks for no such. */
  private int unusual(Op.Branch branch) {
    Optional<Boolean> usual =
        zero(branch.right()) ? asked(branch.left()).flatMap(this::usual) : Optional.empty();
    if (usual.isPresent()) {
      return usual.get() ? other(branch) : on(branch);
    }
    return absent(branch) ? on(branch) : -1;
  }

  /** Whether it is asked for what the catalogue says is not there. */
  private boolean absent(Op.Branch branch) {
    return branch.right() instanceof Value.Null
        && branch.left() instanceof Value.Result result
        && linked
            .catalogue()
            .effectsOf(result.callee(), linked.facts()::supertypes)
            .has(Effect.AnswersNull.class);
  }

  /** The field that is tested, by itself or behind a getter. */
  private Optional<FieldRef> asked(Value tested) {
    if (tested instanceof Value.FieldOf field) {
      return Optional.of(field.field());
    }
    return tested instanceof Value.Result result && result.callee().descriptor().equals("()Z")
        ? linked.body(result.callee()).flatMap(OffByDefault::answers)
        : Optional.empty();
  }

  private static Optional<FieldRef> answers(MethodFacts getter) {
    List<Op> ops = getter.blocks().stream().flatMap(block -> block.ops().stream()).toList();
    Value answer =
        !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Return back
            ? back.value().orElse(new Value.Null())
            : new Value.Null();
    return getter.blocks().size() == 1 && answer instanceof Value.FieldOf field
        ? Optional.of(field.field())
        : Optional.empty();
  }

  /** The side of a comparison with false or null on which there is something; -1 for none. */
  private static int on(Op.Branch branch) {
    return switch (branch.test()) {
      case EQUAL -> branch.otherwise();
      case NOT_EQUAL -> branch.then();
      default -> -1;
    };
  }

  /** The side of a comparison with false on which it is false; -1 for none. */
  private static int other(Op.Branch branch) {
    return switch (branch.test()) {
      case EQUAL -> branch.then();
      case NOT_EQUAL -> branch.otherwise();
      default -> -1;
    };
  }

  /** The blocks that cannot be reached without one edge. */
  private static BitSet onlyBehind(MethodFacts method, Block from, int to) {
    BitSet without = new BitSet();
    if (to < 0) {
      return without;
    }
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (without.get(index)) {
        continue;
      }
      without.set(index);
      Block block = method.blocks().get(index);
      block.successors().stream()
          .filter(next -> index != from.index() || next != to)
          .forEach(open::push);
      open.addAll(block.handlers());
    }
    without.flip(0, method.blocks().size());
    return without;
  }

  /** What a switch is unless somebody configures it; empty for what is no switch. */
  private Optional<Boolean> usual(FieldRef field) {
    FieldRef declared = linked.declared(field);
    if (!declared.descriptor().equals("Z")) {
      return Optional.empty();
    }
    Optional<Boolean> known = switches.get(declared);
    if (known == null) {
      switches.put(declared, Optional.empty());
      known =
          Stream.of(false, true)
              .filter(value -> filledByConfiguration(declared, value))
              .findFirst();
      switches.put(declared, known);
    }
    return known;
  }

  private boolean filledByConfiguration(FieldRef field, boolean usual) {
    boolean filled = usual && openToAll(field);
    boolean begins = !usual;
    for (FieldWriteSite site : linked.writes(field)) {
      Value value = site.write().value();
      boolean made = site.in().ref().constructor() || site.in().ref().name().equals("<clinit>");
      if (is(value, usual) && (made || !usual)) {
        begins = true;
      } else if (usual && made && copies(value)) {
        begins = true;
      } else if (!configures(site, usual)) {
        return false;
      } else {
        filled = true;
      }
    }
    return begins && filled;
  }

  /** Whether anybody may set it: a public static field that is not final. */
  private boolean openToAll(FieldRef field) {
    return linked.type(field.owner()).stream()
        .flatMap(type -> type.fields().stream())
        .filter(facts -> facts.ref().equals(field))
        .anyMatch(
            facts -> Classes.isStatic(facts) && Classes.isPublic(facts) && !Classes.isFinal(facts));
  }

  /** Whether a value is that of another switch that is on by default. */
  private boolean copies(Value value) {
    return value instanceof Value.FieldOf other
        && other.base().isEmpty()
        && usual(other.field()).orElse(false);
  }

  private boolean configures(FieldWriteSite site, boolean usual) {
    Value value = site.write().value();
    MethodRef in = site.in().ref();
    boolean given = value instanceof Value.Parameter || value instanceof Value.Result;
    return given && !in.constructor() && ColdNames.cold(in) && !setToOther(site.in(), value, usual);
  }

  /** Whether the program calls a setter with what is not so by default. */
  private boolean setToOther(MethodFacts setter, Value value, boolean usual) {
    return value instanceof Value.Parameter parameter
        && linked.callers(setter).stream()
            .map(CallSite::call)
            .filter(call -> parameter.index() < call.arguments().size())
            .map(call -> call.arguments().get(parameter.index()))
            .anyMatch(given -> given instanceof Value.Constant && !is(given, usual));
  }

  private static boolean is(Value value, boolean what) {
    return value instanceof Value.Constant && (what ? !zero(value) : zero(value));
  }

  private static boolean zero(Value value) {
    return value instanceof Value.Constant constant
        && constant.value() instanceof Number number
        && number.intValue() == 0;
  }
}
