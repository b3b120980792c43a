package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one pass of a region costs, and what happens in it. */
final class Inside {

  /** A plain instruction, compiled and in cache. */
  private static final double INSTRUCTION_NANOS = 1;

  /** What streams of the program take is known within this factor. */
  private static final double GUESS = 10;

  /** More happenings than this are not read by anybody. */
  private static final int NAMED = 12;

  /**
   * @param cost of one pass on its hot path, strangers included, waiting with the lock given back
   *     excluded
   * @param effort what one pass surely takes
   * @param happenings heaviest first
   */
  record Found(Cost cost, Effort effort, List<Happening> happenings) {}

  static final Cost STRANGE = new Cost(Strangers.NANOS, Interval.ZERO, Provenance.DERIVED);

  private final Linked linked;
  private final Costs costs;
  private final LockNames names;
  private final Efforts efforts;
  private final Underway underway;
  private final Questions questions;
  private final Renewals renewals;

  Inside(Linked linked, Costs costs, LockNames names, Efforts efforts) {
    this.linked = linked;
    this.costs = costs;
    this.efforts = efforts;
    this.names = names;
    this.underway = new Underway(linked);
    this.questions = new Questions(linked);
    this.renewals = new Renewals(linked, costs);
  }

  Found of(Extent extent, List<LockName> locks) {
    return of(extent, locks, extent.start());
  }

  /**
   * What is done in a pass where something was not found, beside what is done in all; empty where
   * nothing is.
   */
  Optional<Found> missing(Extent extent, List<LockName> locks) {
    return extent.start().path() != Path.HOT
        ? Optional.empty()
        : extent.inside().stream()
            .map(Extent.Inside::block)
            .filter(block -> block.path() == Path.MISS)
            .findFirst()
            .map(miss -> of(extent, locks, miss));
  }

  /** The same for each time that a block is passed, which counts with those like it. */
  private Found of(Extent extent, List<LockName> locks, Block least) {
    MethodFacts in = extent.in();
    if (in.isNative()) {
      Happening enters = new Happening.EntersNative(in.ref(), List.of(in.spot()));
      return new Found(STRANGE, effort(extent, locks, least), List.of(enters));
    }
    double begins = times(in, least);
    Cost sum = instructions(extent, least);
    List<Happening> happenings = new ArrayList<>();
    double strange = 0;
    for (Extent.Inside inside : extent.inside()) {
      if (!(inside.op() instanceof Op.Call call) || rarer(extent, inside.block(), least)) {
        continue;
      }
      if (logs(call)) {
        happenings.add(new Happening.Logs(List.of(in.spot(call.line(), call.callee().name()))));
      }
      double passes = begins <= 0 ? 0 : times(in, inside.block()) / begins;
      if (released(in, call, locks)) {
        happenings.add(signal(in, call, happenings));
      } else if (!changesLocks(in, call)) {
        List<Happening> here = new ArrayList<>();
        Cost cost = costs.of(in, call);
        for (Happening each : happenings(extent, call, passes)) {
          if (each instanceof Happening.Waits wait && signal(in, wait, locks)) {
            cost = new Cost(cost.cpu(), cost.waiting().minus(wait.nanos()), cost.provenance());
            happenings.add(signal(in, call, happenings));
          } else {
            here.add(each);
          }
        }
        sum = sum.plus(cost.times(passes));
        strange += Strangers.work(here) ? passes : 0;
        happenings.addAll(here);
      }
    }
    if (Questions.sent(happenings) && questions.answeredAfter(extent)) {
      happenings.add(new Happening.WaitsReleased(Questions.ANSWER, List.of(in.spot())));
    }
    Effort effort = effort(extent, locks, least);
    sum = sum.plus(STRANGE.times(Math.min(strange, effort.strange())));
    List<Happening> believed = new ArrayList<>(believed(happenings, effort));
    Optional<Happening.Waits> unseen = unseen(extent, believed, effort);
    unseen.ifPresent(believed::add);
    Interval more = unseen.map(Happening.Waits::nanos).orElse(Interval.ZERO);
    Cost cost = new Cost(sum.cpu(), sum.waiting().plus(more), sum.provenance());
    List<Happening> named = new ArrayList<>(heaviest(believed));
    renewals.in(extent).ifPresent(named::add);
    return new Found(cost, effort, named);
  }

  /**
   * A wait that costs do not know of, since nobody saw what stream it is; that of the program's own
   * streams is what it surely takes.
   */
  private Optional<Happening.Waits> unseen(
      Extent extent, List<Happening> happenings, Effort effort) {
    boolean seen = happenings.stream().anyMatch(Happening.Waits.class::isInstance);
    if (seen || effort.chanceOutside() < Effort.BELIEVED) {
      return Optional.empty();
    }
    for (Op.Call call : extent.calls()) {
      for (Kind kind : efforts.of(extent.in(), call).waits().keySet()) {
        if (kind.outside() && effort.chance(kind) >= Effort.BELIEVED) {
          Spot at = extent.in().spot(call.line(), name(call) + " waits as the stream that it is");
          return Optional.of(
              new Happening.Waits(
                  kind, Interval.within(effort.waits(kind), GUESS), false, List.of(at)));
        }
      }
    }
    return Optional.empty();
  }

  private static String name(Op.Call call) {
    return call.callee().simpleOwner() + "." + call.callee().name();
  }

  /** What one pass surely takes; waiting with the lock given back does not count. */
  private Effort effort(Extent extent, List<LockName> locks, Block least) {
    MethodFacts in = extent.in();
    if (in.isNative()) {
      return efforts.of(in);
    }
    Rounds begins = efforts.rounds(in, least);
    Effort sum = Effort.NONE;
    for (Extent.Inside inside : extent.inside()) {
      Block block = inside.block();
      if (begins.surely() <= 0 || rarer(extent, block, least)) {
        continue;
      }
      Rounds passes = efforts.rounds(in, block).per(begins);
      double share = block.ops().isEmpty() ? 0 : (double) block.instructions() / block.ops().size();
      sum = sum.plus(Effort.computing(share * INSTRUCTION_NANOS).times(passes));
      if (inside.op() instanceof Op.Call call
          && !released(in, call, locks)
          && !changesLocks(in, call)) {
        Effort one = underway.joined(extent, call) ? Underway.REST : efforts.of(in, call);
        sum = sum.plus(one.times(passes));
      }
    }
    return sum.plus(withoutOps(extent, begins, least));
  }

  private List<Happening> happenings(Extent extent, Op.Call call, double passes) {
    List<Happening> found = costs.happenings(extent.in(), call, passes);
    return underway.joined(extent, call) ? underway.waits(call, found) : found;
  }

  private Effort withoutOps(Extent extent, Rounds begins, Block least) {
    Effort sum = Effort.NONE;
    for (Block block : extent.withoutOps()) {
      if (begins.surely() > 0 && !rarer(extent, block, least)) {
        sum =
            sum.plus(
                Effort.computing(block.instructions() * INSTRUCTION_NANOS)
                    .times(efforts.rounds(extent.in(), block).per(begins)));
      }
    }
    return sum;
  }

  private boolean logs(Op.Call call) {
    boolean prints =
        call.callee().owner().equals("java.io.PrintStream")
            && call.callee().name().startsWith("print");
    return prints || linked.effects(call).has(Effect.Logs.class);
  }

  /**
   * A wait for a signal in a callee of the same class gives the object's own lock back too, and so
   * does one in the class that keeps the lock, whoever asked it to wait.
   */
  private static boolean signal(MethodFacts in, Happening.Waits wait, List<LockName> locks) {
    if (wait.kind() != Kind.LOCK || wait.chain().isEmpty()) {
      return false;
    }
    Spot leaf = wait.chain().get(wait.chain().size() - 1);
    return leaf.note().endsWith("(waits for a signal)")
        && (Classes.sameFile(leaf.className(), in.ref().owner())
            || locks.stream()
                .flatMap(lock -> Evidence.holder(lock).stream())
                .anyMatch(holder -> Classes.sameFile(leaf.className(), holder)));
  }

  /**
   * Whether a block is passed less often than the region begins or, where what is missing is meant,
   * is passed for what is found as well.
   */
  private boolean rarer(Extent extent, Block block, Block least) {
    boolean off = efforts.off(extent.in(), block) && !efforts.off(extent.in(), extent.start());
    boolean other =
        least.index() == extent.start().index()
            ? block.path().compareTo(least.path()) > 0
            : block.path() != least.path();
    return off || other;
  }

  /** Executions of a block per execution of its method. */
  double times(MethodFacts in, Block block) {
    return block.frequency() * costs.repeats(in, block);
  }

  private Cost instructions(Extent extent, Block least) {
    double begins = times(extent.in(), least);
    double sum = 0;
    int last = -1;
    for (Extent.Inside inside : extent.inside()) {
      Block block = inside.block();
      if (block.index() != last && !rarer(extent, block, least) && begins > 0) {
        sum += block.instructions() * times(extent.in(), block) / begins;
        last = block.index();
      }
    }
    for (Block block : extent.withoutOps()) {
      if (!rarer(extent, block, least) && begins > 0) {
        sum += block.instructions() * times(extent.in(), block) / begins;
      }
    }
    return new Cost(Interval.within(sum * INSTRUCTION_NANOS, 3), Interval.ZERO, Provenance.DERIVED);
  }

  private boolean changesLocks(MethodFacts in, Op.Call call) {
    var effects = linked.targets(in, call).effects();
    return !effects.acquires().isEmpty() || !effects.releases().isEmpty();
  }

  /** A wait for a signal of this very lock gives it back meanwhile. */
  private boolean released(MethodFacts in, Op.Call call, List<LockName> locks) {
    return linked.targets(in, call).effects().has(Effect.Awaits.class)
        ? sameLock(in, call, locks)
        : waitsAtArgument(in, call, locks);
  }

  private static Happening signal(MethodFacts in, Op.Call call, List<Happening> before) {
    return new Happening.WaitsReleased(
        Questions.free(before), List.of(in.spot(call.line(), "waits for a signal")));
  }

  private boolean sameLock(MethodFacts in, Op.Call call, List<LockName> locks) {
    boolean monitor = call.callee().name().equals("wait") && call.parameters() < 3;
    return !monitor
        || call.receiver().stream()
            .flatMap(receiver -> names.of(in, receiver).stream())
            .anyMatch(locks::contains);
  }

  /** A helper that waits for a signal at what it is given, such as one that hides the exception. */
  private boolean waitsAtArgument(MethodFacts in, Op.Call call, List<LockName> locks) {
    return linked.targets(in, call).bodies().stream()
        .flatMap(body -> body.calls().stream().flatMap(inner -> awaited(body, inner).stream()))
        .filter(parameter -> parameter.index() < call.arguments().size())
        .map(parameter -> call.arguments().get(parameter.index()))
        .anyMatch(given -> names.of(in, given).stream().anyMatch(locks::contains));
  }

  private Optional<Value.Parameter> awaited(MethodFacts body, Op.Call call) {
    return linked.targets(body, call).effects().has(Effect.Awaits.class)
        ? call.receiver()
            .filter(Value.Parameter.class::isInstance)
            .map(Value.Parameter.class::cast)
            .filter(parameter -> body.isStatic() || parameter.index() > 0)
        : Optional.empty();
  }

  /** What may be met on the daily way, as long as it takes there. */
  static List<Happening> believed(List<Happening> happenings, Effort effort) {
    return happenings.stream().flatMap(each -> believed(each, effort).stream()).toList();
  }

  private static Optional<Happening> believed(Happening happening, Effort effort) {
    if (happening instanceof Happening.CallsOut) {
      return Optional.of(happening).filter(each -> effort.strange() >= Effort.BELIEVED);
    }
    if (!(happening instanceof Happening.Waits waits)) {
      return Optional.of(happening);
    }
    if (effort.chance(waits.kind()) < Effort.BELIEVED) {
      return Optional.empty();
    }
    return waits.kind() == Kind.LOCK
        ? Optional.of(happening)
        : Optional.of(
            new Happening.Waits(
                waits.kind(),
                atMost(waits.nanos(), effort.waits(waits.kind())),
                waits.bounded(),
                waits.chain()));
  }

  private static Interval atMost(Interval nanos, double most) {
    return nanos.middle() <= most ? nanos : nanos.times(most / nanos.middle());
  }

  static List<Happening> heaviest(List<Happening> happenings) {
    return happenings.stream()
        .filter(each -> !(each instanceof Happening.CallsOut call && Strangers.light(call)))
        .distinct()
        .sorted(Comparator.comparingDouble(Inside::weight).reversed())
        .limit(NAMED)
        .toList();
  }

  private static double weight(Happening happening) {
    if (happening instanceof Happening.Waits waits) {
      return waits.nanos().middle();
    }
    return happening instanceof Happening.Computes computes ? computes.nanos().middle() : 0;
  }
}
