package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.MethodSet;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up every method from its callees, bottom up.
 *
 * <p>Depth first: a callee is summed up when a caller first asks. Methods that call each other in a
 * circle are summed up once more when all else is known; what is still being summed up counts
 * nothing then. A circle goes through one tree, however many loops of its methods lead on into it:
 * each of them counts once, and the circle as a whole for the tree.
 */
final class Summaries {

  private final Linked linked;
  private final Calls calls;
  private final Quantities quantities;
  private final OwnWork ownWork = new OwnWork();
  private final Receivers receivers;
  private final Switches switches;
  private final Recursions recursions = new Recursions();
  private final Tallies done = new Tallies();
  private final MethodSet underway = new MethodSet();
  private final Set<MethodRef> recursive = new HashSet<>();

  /** Rounds of loops, as long as no further method turns out to be recursive. */
  private final PerMethod<@Nullable Rounds[]> rounds = new PerMethod<>();

  /** Rounds of one loop, and whether they are a guess about how many objects there are. */
  private record Rounds(Interval trips, boolean guessed) {}

  private final Cycles cycles = new Cycles();

  /** The circle that is being summed up once more, and by how much its tree multiplies it. */
  private Set<MethodFacts> circle = Set.of();

  private Interval tree = Interval.of(1);
  private boolean metCircle;

  Summaries(Linked linked) {
    this.linked = linked;
    this.receivers = new Receivers(linked);
    this.switches = new Switches(linked);
    this.quantities = new Quantities(linked, recursive::contains);
    this.calls = new Calls(linked, quantities, ownWork, receivers, this::of);
  }

  /** Sums up all methods of the roots and what they need. */
  void run() {
    linked.roots().forEach(this::of);
    receivers.forget();
  }

  Calls calls() {
    return calls;
  }

  /** The method that a key is about: see {@link Receivers}. */
  MethodFacts method(MethodFacts key) {
    return receivers.method(key);
  }

  /** What a method adds up to, by its key. */
  Tally of(MethodFacts method) {
    metCircle |= circle.contains(method);
    cycles.meets(method);
    Tally known = done.get(method);
    if (known != null) {
      return known;
    }
    if (!underway.add(method)) {
      return new Tally();
    }
    boolean first = !cycles.knows(method);
    if (first) {
      cycles.enter(method);
    }
    Tally sum = summedUp(method).settled();
    recursion(method);
    done.put(method, sum);
    underway.remove(method);
    List<MethodFacts> closed = first ? cycles.leave(method) : List.of();
    if (closed.isEmpty()) {
      return sum;
    }
    again(closed);
    return Objects.requireNonNull(done.get(method));
  }

  /** Sums up methods that call each other, now that all else is known. */
  private void again(List<MethodFacts> methods) {
    circle = Set.copyOf(methods);
    tree = Interval.of(1);
    if (recursive.addAll(methods.stream().map(MethodFacts::ref).toList())) {
      rounds.clear();
    }
    methods.forEach(done::remove);
    // The last is the one by which the circle was entered.
    for (int i = methods.size() - 1; i >= 0; i--) {
      of(methods.get(i));
    }
    circle = Set.of();
    if (tree.middle() > 1) {
      methods.forEach(method -> multiply(method, tree));
    }
  }

  /**
   * A method that we fail on is unknown, and costs no other its label; tests, which run with
   * assertions, fail on it.
   */
  private Tally summedUp(MethodFacts method) {
    Optional<Receivers.Group> before = receivers.enter(method);
    try {
      return sum(receivers.method(method));
    } catch (RuntimeException ours) {
      assert false : ours;
      Tally unknown = new Tally();
      unknown.missing.add("what concur failed on in " + method.ref() + " (" + ours + ")");
      return unknown;
    } finally {
      receivers.leave(before);
    }
  }

  private Tally sum(MethodFacts method) {
    Tally tally = new Tally();
    Tightness tightness = new Tightness(method);
    for (Block block : method.blocks()) {
      if (counts(block)) {
        double before = tally.cpu.middle();
        double instruction = tightness.instruction(block);
        double often = block.frequency() * switches.share(method, block);
        Repeats times = repeated(method, block).often(often);
        add(method, block, instruction, times, tally);
        sized(method, block, tally.cpu.middle() - before, tally);
      }
    }
    return tally;
  }

  /** Notes for which parameters what a block computes is done again and again. */
  private void sized(MethodFacts method, Block block, double nanos, Tally tally) {
    Set<Integer> parameters = new HashSet<>();
    for (int loop = block.loop(); loop >= 0; loop = method.loops().get(loop).parent()) {
      Value bound = method.loops().get(loop).over();
      Value over = quantities.loops().lengthOf(method, bound).orElse(bound);
      if (Calls.isParameter(method, over)) {
        parameters.add(((Value.Parameter) over).index());
      } else if (StreamWaits.ownField(method, over).isPresent()) {
        parameters.add(0);
      }
    }
    parameters.forEach(index -> tally.sized.merge(index, nanos, Double::sum));
  }

  /** How much calling itself multiplies what it does counts once in a circle, at its end. */
  private void recursion(MethodFacts method) {
    if (circle.contains(method)) {
      recursions
          .factor(receivers.method(method), Summaries::counts)
          .ifPresent(by -> tree = tree.max(by));
    }
  }

  /** Adds what one block does, so many times. */
  void add(MethodFacts method, Block block, Repeats times, Tally tally) {
    add(method, block, new Tightness(method).instruction(block), times, tally);
  }

  private void add(
      MethodFacts method, Block block, double instruction, Repeats times, Tally tally) {
    Interval plain = times.of(Interval.within(instruction * block.instructions(), 2));
    boolean missed = block.path() == Path.MISS;
    tally.missedCpu += missed ? plain.middle() : 0;
    own(method, block, plain, tally);
    loop(method, block, plain.middle(), tally);
    for (Op op : block.ops()) {
      if (op instanceof Op.Call call) {
        add(method, block, call, times, tally);
      } else {
        writes(method, op, tally);
      }
    }
  }

  /** Computing that nobody has named: in a loop, its kind is told by what the method handles. */
  private void own(MethodFacts method, Block block, Interval nanos, Tally tally) {
    if (block.loop() < 0) {
      tally.compute(nanos);
      return;
    }
    LoopFacts loop = method.loops().get(block.loop());
    Where at = new Where(method, loop.line(), Where.LOOP);
    tally.add(ownWork.of(method), nanos, new Step(at, Optional.empty(), nanos.middle()));
  }

  /** Error and one-time paths do not count in what an execution costs. */
  static boolean counts(Block block) {
    return block.path() == Path.HOT || block.path() == Path.MISS;
  }

  /** Executions of a block in one execution of its method. */
  Interval times(MethodFacts method, Block block) {
    return repeats(method, block).times(block.frequency());
  }

  /** Iterations of a loop: a number that is passed in counts when all callers pass constants. */
  Interval trips(MethodFacts method, LoopFacts loop) {
    return rounds(method, loop).trips();
  }

  private Rounds rounds(MethodFacts method, LoopFacts loop) {
    Rounds[] known = rounds.computeIfAbsent(method, m -> new Rounds[m.loops().size()]);
    Rounds found = known[loop.index()];
    if (found == null) {
      found = new Rounds(findTrips(method, loop), quantities.loops().guesses(method, loop));
      known[loop.index()] = found;
    }
    return found;
  }

  private Interval findTrips(MethodFacts method, LoopFacts loop) {
    if (Recursions.goesThrough(method, loop)) {
      return Interval.of(1);
    }
    boolean passed =
        loop.trip() == Loop.Trip.DATA
            && Calls.isParameter(method, loop.over())
            && !quantities.loops().isShort(method, loop);
    return passed
        ? constants(method, loop.over()).orElseGet(() -> quantities.loops().trips(method, loop))
        : quantities.loops().trips(method, loop);
  }

  private Optional<Interval> constants(MethodFacts method, Value value) {
    double[] numbers =
        linked.origins(method, value).stream()
            .mapToDouble(
                origin ->
                    origin.value() instanceof Value.Constant constant
                            && constant.value() instanceof Number number
                        ? number.doubleValue()
                        : 0)
            .sorted()
            .toArray();
    boolean unlimited = numbers.length > 0 && numbers[numbers.length - 1] >= Integer.MAX_VALUE;
    if (numbers.length == 0 || numbers[0] < 1 || unlimited) {
      return Optional.empty();
    }
    double least = numbers[0];
    double most = numbers[numbers.length - 1];
    double middle = Math.sqrt(least) * Math.sqrt(most);
    return Optional.of(new Interval(least, Math.min(most, Math.max(least, middle)), most));
  }

  /** Iterations of the loops around a block. */
  Interval repeats(MethodFacts method, Block block) {
    return repeated(method, block).count();
  }

  private Repeats repeated(MethodFacts method, Block block) {
    Repeats product = Repeats.ONCE;
    for (int loop = block.loop(); loop >= 0; loop = method.loops().get(loop).parent()) {
      LoopFacts facts = method.loops().get(loop);
      product = within(product, rounds(method, facts));
    }
    return product;
  }

  private static Repeats within(Repeats inner, Rounds rounds) {
    Interval trips = rounds.trips();
    if (trips.low() == trips.high()) {
      return inner.within(trips.middle());
    }
    boolean guess = rounds.guessed() && !trips.equals(Sizes.CHARACTERS);
    return guess || trips.equals(Sizes.WORDS)
        ? inner.withinGuess(trips)
        : inner.withinNumbers(trips);
  }

  private static void loop(MethodFacts method, Block block, double weight, Tally tally) {
    if (block.loop() >= 0) {
      LoopFacts loop = method.loops().get(block.loop());
      Where at = new Where(method, loop.line(), Where.LOOP);
      Calls.heavier(tally, new Step(at, Optional.empty(), weight));
    }
  }

  private void add(MethodFacts method, Block block, Op.Call call, Repeats around, Tally tally) {
    boolean before = metCircle;
    metCircle = false;
    Tally one = calls.of(method, call);
    boolean inCircle = metCircle && block.loop() >= 0;
    metCircle |= before;
    tree = inCircle ? tree.max(Sizes.PARTS) : tree;
    boolean root = linked.facts().isRoot(method.ref().owner());
    Repeats times = inCircle ? Repeats.ONCE.often(block.frequency()) : around;
    // Inside of libraries, what stands behind many conditions is hardly ever met; elsewhere what
    // stands behind a switch that nobody throws.
    double likely = root ? switches.share(method, block) : Math.min(1, times.count().middle());
    double waitBefore = tally.waiting().middle();
    double cpuBefore = tally.cpu.middle();
    one.parts.forEach(
        (kind, nanos) -> {
          Step step = one.steps.get(kind);
          Interval scaled = times.of(kind, nanos);
          if (step != null) {
            tally.add(kind, scaled, step.weighing(scaled.middle()), likely * one.chance(kind));
          }
        });
    double named = one.named();
    double plain = Math.max(0, one.cpu.middle() - named);
    Interval rest = new Interval(0, plain, Math.max(plain, one.cpu.high()));
    own(method, block, times.of(rest), tally);
    double share = (tally.cpu.middle() - cpuBefore) / Math.max(1, one.cpu.middle());
    one.sized.forEach((index, nanos) -> tally.sized.merge(index, nanos * share, Double::sum));
    // All that a call does behind a miss is missed; elsewhere what it missed itself.
    boolean all = block.path() == Path.MISS;
    tally.missed(
        waitBefore, cpuBefore, all ? 1 : one.missedWaitShare(), all ? 1 : one.missedCpuShare());
    one.loop.ifPresent(
        step -> Calls.heavier(tally, step.weighing(step.weight() * times.count().middle())));
    one.symbolic.forEach(effect -> tally.symbolic(effect.with(times.of(effect.times()))));
    one.writes.forEach(tally::writes);
    one.changes.forEach(tally::changes);
    one.callsOut.forEach(tally::callsOut);
    one.natives.forEach(tally.natives::putIfAbsent);
    if (block.frequency() >= Tally.BELIEVED) {
      tally.missing.addAll(one.missing);
    }
    tally.presumed |= !one.missing.isEmpty();
    tally.async |= one.async;
    tally.gathers |= one.gathers;
    tally.guessed |= one.guessed;
    tally.presumed |= one.presumed;
  }

  private void writes(MethodFacts method, Op op, Tally tally) {
    if (op instanceof Op.FieldWrite write) {
      Optional<Integer> root =
          write.base().isEmpty()
              ? Optional.of(Owners.STATIC)
              : calls.owners().root(method, write.base().get());
      Where at = new Where(method, write.line(), new Where.Writes(write.field()));
      root.ifPresent(index -> tally.writes(index, new Step(at, Optional.empty(), 0)));
    } else if (op instanceof Op.ArrayWrite write && !(write.array() instanceof Value.NewArray)) {
      Where at = new Where(method, write.line(), Where.ARRAY);
      calls
          .owners()
          .root(method, write.array())
          .ifPresent(index -> tally.writes(index, new Step(at, Optional.empty(), 0)));
    }
  }

  private void multiply(MethodFacts method, Interval factor) {
    Tally tally = of(method).copy();
    double cpu = tally.cpu.middle();
    double wait = tally.waiting().middle();
    tally.cpu = Tally.believable(Sizes.walked(tally.cpu, factor));
    tally.parts.replaceAll((kind, nanos) -> Tally.believable(Sizes.walked(nanos, factor)));
    double more = cpu > 0 ? tally.cpu.middle() / cpu : 1;
    tally.sized.replaceAll((parameter, nanos) -> nanos * more);
    tally.missedCpu *= more;
    tally.missedWait *= wait > 0 ? tally.waiting().middle() / wait : 1;
    tally.guessed = true;
    double named = tally.named();
    double plain = Math.max(0, tally.cpu.middle() - named);
    MethodFacts itself = receivers.method(method);
    tally.name(ownWork.of(itself), plain, new Where(itself, itself.line(), Where.ITSELF));
    done.put(method, tally.settled());
  }
}
