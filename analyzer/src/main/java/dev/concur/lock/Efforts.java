package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.link.Targets;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.Lasting;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds up what code surely takes, bottom up.
 *
 * <p>Estimates of time multiply guessed sizes of collections through all calls, which makes a list
 * that tells its listeners of a change the heaviest thing there is. Whether a lock matters must not
 * hang on them: here loops make few rounds, bookkeeping of the JDK costs little, log records cost
 * nothing, and only the daily way counts: no misses, no errors, nothing that happens once.
 */
final class Efforts {

  /** Elements that a callback of the JDK is run for, as in {@link Rounds}. */
  private static final double FEW = 10;

  /** A plain instruction, compiled and in cache. */
  private static final double INSTRUCTION_NANOS = 1;

  /** Instructions of a method that only returns, or returns null. */
  private static final int NOTHING = 2;

  /** The most that a call of the JDK without a name for its work counts. */
  private static final double BOOKKEEPING_NANOS = 1_000;

  /** Calls below calls; what lies deeper was not led to by this code. */
  private static final int DEPTH = 25;

  /**
   * The part of the heap that those of methods may take as objects, as tallies may. They are never
   * forgotten: what is found again need not be the same, since it hangs on what was asked before.
   */
  private static final int PART = 64;

  /** What one takes with its waits; a histogram. */
  private static final int BYTES = 150;

  /** Of nearly all methods, and never changed. */
  private static final BitSet NONE = new BitSet(0);

  private static final Effort NATIVE = new Effort(0, 0, Map.of(), Map.of(), 0, 1);

  private final Linked linked;
  private final Costs costs;
  private final OffByDefault offByDefault;
  private final PerMethod<BitSet> awaiting = new PerMethod<>();
  private final Lasting<Effort> known = Lasting.within(PART, BYTES, new PackedEffort());
  private final Set<MethodFacts> underway = new HashSet<>();
  private final Table<MethodRef, Boolean> occasional = new Table<>();

  /**
   * What calls add up to by the bodies that they may run, where these are several. They are told
   * apart by their lists, since calls that name the same method share theirs. Kept once all bodies
   * are known: before, it may lack what leads back to where the question came from.
   */
  private final IdentityHashMap<List<MethodFacts>, Effort> any = new IdentityHashMap<>();

  /** The same beside strangers, asked for with nothing under way. */
  private final IdentityHashMap<List<MethodFacts>, Effort> open = new IdentityHashMap<>();

  Efforts(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.offByDefault = new OffByDefault(linked);
  }

  /** Whether a block runs only when somebody switched it on in the configuration. */
  boolean off(MethodFacts method, Block block) {
    return offByDefault.off(method, block);
  }

  /** One execution of a method. */
  Effort of(MethodFacts method) {
    if (method.isNative()) {
      return NATIVE;
    }
    Effort found = known.get(method);
    if (found != null) {
      return found;
    }
    if (underway.size() >= DEPTH || !underway.add(method)) {
      return Effort.NONE;
    }
    found = sum(method);
    underway.remove(method);
    known.put(method, found);
    return found;
  }

  private Effort sum(MethodFacts method) {
    Effort sum = Effort.NONE;
    for (Block block : method.blocks()) {
      if (block.path() == Path.HOT && !offByDefault.off(method, block)) {
        sum = sum.plus(of(method, block).times(rounds(method, block)));
      }
    }
    return sum;
  }

  private Effort of(MethodFacts method, Block block) {
    Effort sum = Effort.computing(block.instructions() * INSTRUCTION_NANOS);
    for (Op op : block.ops()) {
      if (op instanceof Op.Call call) {
        sum = sum.plus(of(method, call));
      }
    }
    return sum;
  }

  /** Executions of a block in one execution of its method. */
  Rounds rounds(MethodFacts method, Block block) {
    boolean awaits = block.loop() >= 0 && awaiting(method).get(block.loop());
    return awaits ? Rounds.of(block) : Rounds.of(costs, method, block);
  }

  /** The loops that wait for a signal: they go on when that has come. */
  private BitSet awaiting(MethodFacts method) {
    BitSet found = awaiting.get(method);
    if (found == null) {
      found = new BitSet();
      for (Block block : method.blocks()) {
        if (block.loop() >= 0 && block.ops().stream().anyMatch(op -> awaits(method, op))) {
          found.set(block.loop());
        }
      }
      found = found.isEmpty() ? NONE : found;
      awaiting.put(method, found);
    }
    return found;
  }

  private boolean awaits(MethodFacts method, Op op) {
    return op instanceof Op.Call call
        && (awaits(call) || bodies(method, call).anyMatch(this::awaits));
  }

  private boolean awaits(Op.Call call) {
    return linked.effects(call).has(Effect.Awaits.class);
  }

  /** What the only method that a call may run calls. */
  private Stream<Op.Call> bodies(MethodFacts in, Op.Call call) {
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    return bodies.size() == 1 ? bodies.get(0).calls().stream() : Stream.empty();
  }

  /** One execution of a call. */
  Effort of(MethodFacts in, Op.Call call) {
    Targets targets = linked.targets(in, call);
    if (targets.bodies().isEmpty()) {
      return leaf(in, call, targets);
    }
    if (occasional.computeIfAbsent(call.callee(), ColdNames::occasional)) {
      return Effort.NONE;
    }
    return linked.open(in, call) && Strangers.work(call.callee())
        ? openOnce(targets.bodies())
        : anyOnce(targets.bodies());
  }

  private Effort anyOnce(List<MethodFacts> bodies) {
    if (bodies.size() == 1) {
      return of(bodies.get(0));
    }
    Effort found = any.get(bodies);
    if (found == null) {
      found = any(bodies);
      if (bodies.stream().allMatch(body -> body.isNative() || known.has(body))) {
        any.put(bodies, found);
      }
    }
    return found;
  }

  private Effort openOnce(List<MethodFacts> bodies) {
    if (!underway.isEmpty() || bodies.size() == 1) {
      return open(bodies);
    }
    Effort found = open.get(bodies);
    if (found == null) {
      found = open(bodies);
      open.put(bodies, found);
    }
    return found;
  }

  private Effort any(Collection<MethodFacts> bodies) {
    Effort any = Effort.NONE;
    for (MethodFacts body : bodies) {
      any = any.or(of(body).share(1.0 / bodies.size()));
    }
    return any;
  }

  /**
   * Bodies beside which that of a stranger may run, as likely as each of them. Adapters that lead
   * back to what strangers supply, and stand-ins that do nothing, are not what it does.
   */
  private Effort open(List<MethodFacts> bodies) {
    Effort any = Effort.NONE;
    for (MethodFacts body : bodies) {
      boolean standsIn = underway.contains(body) || body.instructions() <= NOTHING;
      Effort one = standsIn ? Effort.STRANGE : of(body);
      any = any.or(one.share(1.0 / (bodies.size() + 1)));
    }
    return any.or(Effort.STRANGE.share(any.strange() / bodies.size()));
  }

  private Effort leaf(MethodFacts in, Op.Call call, Targets targets) {
    if (targets.effects().has(Effect.Logs.class) || reportsError(call)) {
      return Effort.NONE;
    }
    if (targets.callback()) {
      boolean works = Strangers.work(call.callee()) && !mayBeAbsent(in, call);
      return works ? Effort.STRANGE : Effort.NONE;
    }
    if (!targets.effects().callsBack().isEmpty()) {
      return callbacks(in, call, targets.effects());
    }
    Effort known = known(in, call, targets.effects());
    return known.waits().isEmpty() && !targets.effects().waitsAs().isEmpty()
        ? known.plus(ownStreams(in, call))
        : known;
  }

  /**
   * Whether a listener in a field is told only if there is one: mostly there is none, and the daily
   * work does without it.
   */
  private static boolean mayBeAbsent(MethodFacts in, Op.Call call) {
    return call.callee().owner().endsWith("Listener")
        && call.receiver().filter(Value.FieldOf.class::isInstance).isPresent()
        && in.blocks().stream()
            .flatMap(block -> Ops.branch(block).stream())
            .anyMatch(
                branch ->
                    call.receiver().filter(branch.left()::equals).isPresent()
                        && branch.right() instanceof Value.Null);
  }

  private boolean reportsError(Op.Call call) {
    return call.callee().name().equals("printStackTrace")
        && linked.subtype(call.callee().owner(), "java.lang.Throwable");
  }

  /** What the program's own kinds of a stream of the JDK do. */
  private Effort ownStreams(MethodFacts in, Op.Call call) {
    Map<MethodRef, MethodFacts> bodies = new LinkedHashMap<>();
    for (Origin origin : linked.origins(in, call.arguments().get(0))) {
      if (origin.value() instanceof Value.New made && linked.facts().isRoot(made.type())) {
        MethodRef callee = call.callee();
        linked
            .body(new MethodRef(made.type(), callee.name(), callee.descriptor()))
            .ifPresent(body -> bodies.put(body.ref(), body));
      }
    }
    return any(bodies.values());
  }

  /** What the catalogue says of a call. */
  private Effort known(MethodFacts in, Op.Call call, Effects effects) {
    Map<Kind, Double> waits = new EnumMap<>(Kind.class);
    Map<Kind, Double> chances = new EnumMap<>(Kind.class);
    costs.waits(in, call).forEach((kind, nanos) -> waits.put(kind, nanos.middle()));
    waits.keySet().forEach(kind -> chances.put(kind, 1.0));
    // For how long another thread keeps one waiting, nobody knows; only that it can is remembered.
    waits.remove(Kind.LOCK);
    boolean foreign =
        effects.has(Effect.GlobalInterpreter.class) || effects.has(Effect.Interprets.class);
    double natives = foreign ? 1 : 0;
    double cpu = computing(in, call, effects);
    return new Effort(cpu, cpu, waits, chances, 0, natives);
  }

  private double computing(MethodFacts in, Op.Call call, Effects effects) {
    if (effects.has(Effect.Terminal.class)) {
      return FEW * BOOKKEEPING_NANOS;
    }
    double named = costs.named(in, call);
    double all = costs.of(in, call).cpu().middle();
    return named + Math.min(BOOKKEEPING_NANOS, Math.max(0, all - named));
  }

  /** Callbacks that a call of the JDK or a known library runs on this thread. */
  private Effort callbacks(MethodFacts in, Op.Call call, Effects effects) {
    Effort sum = Effort.computing(BOOKKEEPING_NANOS);
    for (Effect.CallsBack back : effects.callsBack()) {
      List<MethodFacts> bodies = linked.tasks(in, call, back.callback(), back.via());
      double rounds = rounds(back.times());
      sum = rounds == 0 ? sum : sum.plus(any(bodies).times(new Rounds(1, rounds)));
    }
    return sum;
  }

  private static double rounds(Effect.Times times) {
    return switch (times) {
      case ONCE, MAYBE -> 1;
      case EACH, SORTING -> FEW;
      case MISS, LAZY, ERROR -> 0;
    };
  }
}
