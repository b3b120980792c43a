package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the loops that do something heavy, and what forbids running their iterations side by side.
 *
 * <p>A blocker is a dependence that we saw: a write of state that other iterations use, an input
 * that an earlier iteration computed, one stream for all. What we could not exclude is a caution.
 */
final class LoopCosts {

  /**
   * A loop of less than this is left alone: handing over a task alone costs some microseconds. ns.
   */
  private static final double HEAVY = 500_000;

  /** What is left beside it does not decide how to run it. */
  private static final double MOSTLY = 0.8;

  /** Elements that a stage lets through of which nothing more is known. */
  private static final double PICKED = 0.5;

  private static final Pattern SELDOM =
      Pattern.compile(
          "<clinit>|init|initiali[sz]e|configure|register|\\w*[mM]igrations?|start|stop|shutdown|close|destroy|dispose|dump"
              + "|finalize|toString");

  private final Linked linked;
  private final Costs costs;
  private final Polls polls;
  private final Reuse reuse;
  private final Dependences dependences;
  private final Services services;
  private final Dispatchers dispatchers;
  private final StartUps startUps;
  private final Asides asides;
  private final SideBySide sideBySide;
  private final Rows rows;
  private final Splits splits;
  private final Guarded guarded;
  private final Leaves leaves;
  private final Subscribers subscribers;

  LoopCosts(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.polls = new Polls(linked);
    Changes changes = new Changes(linked);
    this.reuse = new Reuse(linked, costs.summaries(), changes);
    this.dependences = new Dependences(linked, costs, changes, reuse);
    this.services = new Services(linked);
    Handlers handlers = new Handlers(costs, reuse);
    this.startUps = new StartUps(linked, costs, polls);
    this.asides = new Asides(linked);
    this.dispatchers = new Dispatchers(linked, costs, handlers);
    this.sideBySide = new SideBySide(linked, costs.summaries().calls());
    this.rows = new Rows(linked, costs, asides);
    this.splits = new Splits(costs);
    this.guarded = new Guarded(linked, costs.summaries());
    this.leaves = new Leaves(linked, costs);
    this.subscribers = new Subscribers(linked, handlers);
  }

  List<Loop> all() {
    List<Loop> result = new ArrayList<>();
    for (MethodFacts method : linked.roots()) {
      loops(method, result);
      rows.of(method).ifPresent(result::add);
      splits.of(method).ifPresent(result::add);
      leaves.of(method).ifPresent(result::add);
      subscribers.of(method).ifPresent(result::add);
      for (Block block : method.blocks()) {
        for (Op op : block.ops()) {
          if (op instanceof Op.Call call && Summaries.counts(block)) {
            pipeline(method, block, call).ifPresent(result::add);
            dispatchers.service(method, block, call).ifPresent(result::add);
          }
        }
      }
    }
    result.sort(Comparator.comparing(Loop::at));
    return result;
  }

  /** The loops of a method; inside of one whose iterations are independent there is no better. */
  private void loops(MethodFacts method, List<Loop> result) {
    Set<Integer> independent = new HashSet<>();
    for (LoopFacts facts : method.loops()) {
      if (independent.contains(facts.parent())) {
        independent.add(facts.index());
        continue;
      }
      Optional<Loop> loop =
          loop(method, facts)
              .map(outer -> flat(method, facts, outer))
              .map(outer -> splits.overParts(method, facts, outer).orElse(outer));
      loop.ifPresent(result::add);
      if (loop.isPresent() && loop.get().independent() && loop.get().counted()) {
        independent.add(facts.index());
      }
    }
  }

  /**
   * Independent loops within independent loops that wait are one loop of as many rounds as both
   * have together: all the waits can overlap, not only those of different outer rounds.
   */
  private Loop flat(MethodFacts method, LoopFacts facts, Loop outer) {
    if (!outer.independent() || !outer.counted() || outer.body().waitShare() < MOSTLY) {
      return outer;
    }
    return method.loops().stream()
        .filter(inner -> inner.parent() == facts.index())
        .map(inner -> loop(method, inner).map(one -> flat(method, inner, one)))
        .flatMap(Optional::stream)
        .filter(inner -> inner.independent() && inner.counted())
        .filter(
            inner -> inner.whole().waiting().middle() >= MOSTLY * outer.body().waiting().middle())
        .findFirst()
        .map(inner -> within(outer, inner))
        .orElse(outer);
  }

  private static Loop within(Loop outer, Loop inner) {
    List<Spot> cautions = new ArrayList<>(outer.cautions());
    cautions.addAll(inner.cautions());
    boolean constant = outer.trip() == Loop.Trip.CONSTANT && inner.trip() == Loop.Trip.CONSTANT;
    return new Loop(
        outer.at(),
        outer.trips().times(inner.trips()),
        constant ? Loop.Trip.CONSTANT : Loop.Trip.DATA,
        inner.body(),
        inner.happenings(),
        List.of(),
        cautions.stream().distinct().limit(5).toList(),
        Stream.concat(outer.own().stream(), inner.own().stream()).distinct().toList(),
        false,
        outer.path());
  }

  /** Whether what an iteration does is to give work to others. */
  private boolean handsOver(MethodFacts method, Set<Integer> inside) {
    return method.blocks().stream()
        .filter(block -> inside.contains(block.index()))
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.Call call && !linked.effects(call).starts().isEmpty());
  }

  private Optional<Loop> loop(MethodFacts method, LoopFacts loop) {
    Set<Integer> inside =
        method.blocks(loop).stream().map(Block::index).collect(Collectors.toSet());
    Tally body = body(method, loop, inside);
    Interval trips = costs.summaries().trips(method, loop);
    double whole = (body.cpu.middle() + body.waiting().middle()) * trips.middle();
    Path path = path(method, loop);
    boolean runs = path == Path.HOT || path == Path.MISS;
    if (!runs) {
      return Optional.empty();
    }
    Optional<Happening.LooksAgain> looks = polls.look(method, loop, inside);
    if (looks.isPresent()) {
      return Optional.of(polling(method, loop, body, looks.get()));
    }
    Optional<Services.Service> service = services.of(method, loop, inside);
    if (service.isPresent()) {
      return Optional.of(serving(method, loop, inside, service.get()));
    }
    if (whole < HEAVY || loop.trip() == Loop.Trip.FOREVER) {
      return Optional.empty();
    }
    boolean waitsForAll = body.gathers && body.cpu.middle() < body.waiting().middle();
    if (body.waiting().isZero() && sideBySide.only(method)) {
      return Optional.empty();
    }
    if (waitsForAll || (body.waiting().isZero() && handsOver(method, inside))) {
      return Optional.empty();
    }
    Dependences.Found found = dependences.of(method, loop, inside, body);
    return Optional.of(
        new Loop(
            method.spot(loop.line(), "loop"),
            trips,
            loop.trip(),
            new Cost(body.cpu, body.waiting(), Provenance.DERIVED),
            costs.happenings(method, body),
            found.blockers(),
            found.cautions(),
            found.own(),
            false,
            path(method, method.blocks().get(loop.header()), body, trips)));
  }

  /** A loop around the work on each of what comes. */
  private Loop serving(
      MethodFacts method, LoopFacts loop, Set<Integer> inside, Services.Service service) {
    Tally work = new Tally();
    double entered = Math.max(1e-9, method.blocks().get(loop.header()).frequency());
    for (Block block : method.blocks()) {
      if (inside.contains(block.index()) && Summaries.counts(block)) {
        Interval times = costs.summaries().repeats(method, block);
        double around = costs.summaries().trips(method, loop).middle();
        double each = block.frequency() / entered * times.middle() / around;
        costs.summaries().add(method, Services.work(block, service), Repeats.of(each), work);
      }
    }
    LoopFacts each = services.work(method, loop, service);
    Dependences.Found found = dependences.of(method, each, inside, work, service);
    return new Loop(
        method.spot(service.takes().line(), Loop.SERVICE + service.what()),
        Sizes.ENDLESS,
        Loop.Trip.FOREVER,
        new Cost(work.cpu, work.waiting(), Provenance.DERIVED),
        costs.happenings(method, work),
        found.blockers(),
        found.cautions(),
        found.own(),
        false,
        path(method, loop));
  }

  /** Whether one round mostly waits. */
  static boolean waits(Tally round) {
    return round.waiting().middle() > round.cpu.middle();
  }

  private static Path path(MethodFacts method, LoopFacts loop) {
    return method.blocks().get(loop.header()).path();
  }

  /** The same, less often where it belongs to a beginning or an end. */
  private Path path(MethodFacts method, Block block, Tally round, Interval rounds) {
    boolean rare =
        seldom(method)
            || asides.only(method)
            || setsUp(method, round)
            || startUps.only(method, block, total(round) * rounds.middle());
    return rare ? Path.COLD : block.path();
  }

  /** Beginning, ending and describing oneself is not the daily work of an object. */
  static boolean seldom(MethodFacts method) {
    return SELDOM.matcher(method.ref().name()).matches();
  }

  /**
   * What waits while an object is made sets it up: a connection, a configuration that is read. So
   * does what computes, unless nobody would compute it by the way.
   */
  private static boolean setsUp(MethodFacts method, Tally body) {
    return method.ref().constructor() && (waits(body) || !meant(body));
  }

  /** How often it will look nobody can say. */
  private Loop polling(MethodFacts method, LoopFacts loop, Tally body, Happening.LooksAgain looks) {
    List<Happening> happenings = new ArrayList<>(costs.happenings(method, body));
    happenings.add(looks);
    return new Loop(
        method.spot(loop.line(), "loop"),
        Sizes.ENDLESS,
        Loop.Trip.FOREVER,
        new Cost(body.cpu, body.waiting(), Provenance.DERIVED),
        happenings,
        List.of(),
        List.of(),
        false,
        path(method, loop));
  }

  /** One iteration: what its blocks do, inner loops multiplied. */
  private Tally body(MethodFacts method, LoopFacts loop, Set<Integer> inside) {
    PerRound often = new PerRound(costs.summaries(), method, loop);
    Tally sum = new Tally();
    for (Block block : method.blocks()) {
      if (inside.contains(block.index()) && Summaries.counts(block)) {
        costs.summaries().add(method, block, Repeats.of(often.of(block)), sum);
      }
    }
    return sum;
  }

  /**
   * What one element costs. Behind a stage that picks elements most of what a guess makes heavy is
   * hardly ever met, such as the report of what is wrong; who asks a device, or encrypts, does so
   * on purpose for what was picked.
   */
  private Tally element(MethodFacts method, Op.Call terminal, Interval assumed, Stages stages) {
    Calls calls = costs.summaries().calls();
    Tally one = calls.said.element(method, terminal, assumed);
    return !stages.picks() || meant(one)
        ? one.share(stages.picks() ? PICKED : 1)
        : calls.of(method, terminal).share(1 / Math.max(1, assumed.middle()));
  }

  /** Whether it mostly asks devices, or computes what nobody computes by the way. */
  private static boolean meant(Tally one) {
    double asks =
        one.kinds(true).stream()
            .filter(Kind::outside)
            .mapToDouble(kind -> one.part(kind).middle())
            .sum();
    double computes =
        one.kinds(false).stream()
            .filter(Decision.PURPOSES::contains)
            .mapToDouble(kind -> one.part(kind).middle())
            .sum();
    return asks + computes >= MOSTLY * total(one);
  }

  private static double total(Tally tally) {
    return tally.cpu.middle() + tally.waiting().middle();
  }

  /** A stream that is consumed to its end. */
  private boolean consumesAll(Op.Call terminal) {
    return linked
        .effects(terminal)
        .first(Effect.Terminal.class)
        .filter(ends -> !ends.early())
        .isPresent();
  }

  /** A stream pipeline is a loop in one expression, and so is a collection that walks itself. */
  private Optional<Loop> pipeline(MethodFacts method, Block block, Op.Call terminal) {
    boolean inner = Inner.loops(linked, method, terminal);
    if (!inner && !consumesAll(terminal)) {
      return Optional.empty();
    }
    Calls calls = costs.summaries().calls();
    Interval assumed = calls.pipelines.elements(method, terminal);
    Stages stages = new Stages(linked, costs, reuse, guarded, method, terminal);
    Tally each = element(method, terminal, assumed, stages);
    if (inner && !meant(each)) {
      return Optional.empty(); // collections that walk themselves are mostly small
    }
    boolean light = total(each) * assumed.middle() < HEAVY;
    boolean waitsForAll = each.gathers && waits(each) && !stages.asksEach();
    if ((light || waitsForAll) && !stages.parallel()) {
      return Optional.empty();
    }
    stages.look(each);
    OptionalInt size = stages.size();
    Interval elements = size.isPresent() ? Interval.of(size.getAsInt()) : assumed;
    return Optional.of(
        new Loop(
            method.spot(stages.line(), inner ? "loop" : "stream"),
            elements,
            size.isPresent() ? Loop.Trip.CONSTANT : Loop.Trip.DATA,
            each.cost(),
            costs.happenings(method, each),
            stages.blockers(),
            stages.cautions(),
            stages.own(),
            stages.parallel(),
            path(method, block, each, elements)));
  }
}
