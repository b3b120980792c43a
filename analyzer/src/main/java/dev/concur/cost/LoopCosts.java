package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Adding to a collection depends on order only, which a collector keeps. */
  private static final Pattern GATHERS =
      Pattern.compile("add|addAll|put|merge|offer|addLast|append|accept");

  private static final Pattern SELDOM =
      Pattern.compile(
          "<clinit>|init|initiali[sz]e|configure|start|stop|shutdown|close|destroy|dispose|dump"
              + "|finalize|toString");

  /** What may be done with an iterator while others look at its elements. */
  private static final Pattern WALKS = Pattern.compile("next|hasNext");

  private final Linked linked;
  private final Costs costs;
  private final Polls polls;
  private final Changes changes;
  private final Reuse reuse;
  private final Services services;
  private final Dispatchers dispatchers;
  private final SideBySide sideBySide;
  private final Guarded guarded;
  private final Rows rows;
  private final Splits splits;

  LoopCosts(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.polls = new Polls(linked);
    this.changes = new Changes(linked);
    this.services = new Services(linked);
    this.reuse = new Reuse(linked, costs.summaries(), changes);
    this.dispatchers = new Dispatchers(linked, costs, reuse);
    this.sideBySide = new SideBySide(linked, costs.summaries().calls());
    this.guarded = new Guarded(linked, costs.summaries());
    this.rows = new Rows(linked, costs);
    this.splits = new Splits(costs);
  }

  List<Loop> all() {
    List<Loop> result = new ArrayList<>();
    for (MethodFacts method : linked.roots()) {
      loops(method, result);
      rows.of(method).ifPresent(result::add);
      splits.of(method).ifPresent(result::add);
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
      Optional<Loop> loop = loop(method, facts).map(outer -> flat(method, facts, outer));
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
    Set<Integer> inside = blocksOf(method, loop);
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
    List<Spot> blockers = new ArrayList<>();
    List<Spot> cautions = new ArrayList<>();
    boolean waits = body.waiting().middle() > body.cpu.middle();
    List<Spot> own = new ArrayList<>();
    new Dependences(method, loop, inside, waits, blockers, cautions, own).look();
    new Carried(method, loop, inside, blockers, cautions).look();
    return Optional.of(
        new Loop(
            method.spot(loop.line(), "loop"),
            trips,
            loop.trip(),
            new Cost(body.cpu, body.waiting(), Provenance.DERIVED),
            costs.happenings(method, body),
            blockers.stream().distinct().limit(5).toList(),
            cautions.stream().distinct().limit(5).toList(),
            own.stream().distinct().toList(),
            false,
            seldom(method) || setsUp(method, body) ? Path.COLD : path));
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
    List<Spot> blockers = new ArrayList<>();
    List<Spot> cautions = new ArrayList<>();
    List<Spot> own = new ArrayList<>();
    LoopFacts each = services.work(method, loop, service);
    new Dependences(
            method,
            each,
            inside,
            work.waiting().middle() > work.cpu.middle(),
            blockers,
            cautions,
            own)
        .lookAtWork(service);
    new Carried(method, each, inside, blockers, cautions).look();
    return new Loop(
        method.spot(service.takes().line(), Loop.SERVICE + service.what()),
        Sizes.ENDLESS,
        Loop.Trip.FOREVER,
        new Cost(work.cpu, work.waiting(), Provenance.DERIVED),
        costs.happenings(method, work),
        blockers.stream().distinct().limit(5).toList(),
        cautions.stream().distinct().limit(5).toList(),
        own.stream().distinct().toList(),
        false,
        path(method, loop));
  }

  private static Path path(MethodFacts method, LoopFacts loop) {
    return method.blocks().get(loop.header()).path();
  }

  /** Beginning, ending and describing oneself is not the daily work of an object. */
  static boolean seldom(MethodFacts method) {
    return SELDOM.matcher(method.ref().name()).matches();
  }

  /** What waits while an object is made sets it up: a connection, a configuration that is read. */
  private static boolean setsUp(MethodFacts method, Tally body) {
    return method.ref().constructor() && body.waiting().middle() > body.cpu.middle();
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

  private static Set<Integer> blocksOf(MethodFacts method, LoopFacts loop) {
    Set<Integer> inside = new HashSet<>();
    for (Block block : method.blocks()) {
      for (int at = block.loop(); at >= 0; at = method.loops().get(at).parent()) {
        if (at == loop.index()) {
          inside.add(block.index());
        }
      }
    }
    return inside;
  }

  /** One iteration: what its blocks do, inner loops multiplied. */
  private Tally body(MethodFacts method, LoopFacts loop, Set<Integer> inside) {
    Interval around = costs.summaries().trips(method, loop);
    for (int at = loop.parent(); at >= 0; at = method.loops().get(at).parent()) {
      around = around.times(costs.summaries().trips(method, method.loops().get(at)));
    }
    double entered = Math.max(1e-9, method.blocks().get(loop.header()).frequency());
    Tally sum = new Tally();
    for (Block block : method.blocks()) {
      if (inside.contains(block.index()) && Summaries.counts(block)) {
        Interval times = costs.summaries().repeats(method, block);
        double each = block.frequency() / entered * times.middle() / around.middle();
        costs.summaries().add(method, block, Repeats.of(each), sum);
      }
    }
    return sum;
  }

  /** A stream pipeline is a loop in one expression. */
  private Optional<Loop> pipeline(MethodFacts method, Block block, Op.Call terminal) {
    Optional<Effect.Terminal> ends = linked.effects(terminal).first(Effect.Terminal.class);
    if (ends.isEmpty() || ends.get().early()) {
      return Optional.empty();
    }
    Tally whole = costs.summaries().calls().of(method, terminal);
    Stages stages = new Stages(linked, costs, reuse, method, terminal);
    boolean light = whole.cpu.middle() + whole.waiting().middle() < HEAVY;
    boolean waitsForAll = whole.gathers && whole.cpu.middle() < whole.waiting().middle();
    if ((light || waitsForAll) && !stages.parallel()) {
      return Optional.empty();
    }
    Interval assumed = costs.summaries().calls().pipelines.elements(method, terminal);
    OptionalInt size = stages.size();
    Interval elements = size.isPresent() ? Interval.of(size.getAsInt()) : assumed;
    Tally each = whole.share(1 / Math.max(1, assumed.middle()));
    return Optional.of(
        new Loop(
            method.spot(stages.line(), "stream"),
            elements,
            size.isPresent() ? Loop.Trip.CONSTANT : Loop.Trip.DATA,
            each.cost(),
            costs.happenings(method, each),
            stages.blockers(),
            List.of(),
            stages.own(),
            stages.parallel(),
            block.path()));
  }

  /** What one iteration needs of another. */
  private final class Dependences {
    private final MethodFacts method;
    private final LoopFacts loop;
    private final Places places;
    private final Set<Integer> inside;
    private final boolean waits;
    private final List<Spot> blockers;
    private final List<Spot> cautions;
    private final List<Spot> own;
    private final Round round;

    Dependences(
        MethodFacts method,
        LoopFacts loop,
        Set<Integer> inside,
        boolean waits,
        List<Spot> blockers,
        List<Spot> cautions,
        List<Spot> own) {
      this.method = method;
      this.loop = loop;
      this.places = new Places(method, loop, inside);
      this.inside = inside;
      this.waits = waits;
      this.blockers = blockers;
      this.cautions = cautions;
      this.own = own;
      this.round = reuse.round(method, inside, loop.header());
    }

    void look() {
      lookAt(madeInside());
      endsEarly();
    }

    /** The same of a service, which ends when it is told to. */
    void lookAtWork(Services.Service service) {
      Set<Integer> made = madeInside();
      for (Value given : service.takes().arguments().stream().skip(1).toList()) {
        boolean makes = given instanceof Value.Constant || given instanceof Value.FieldOf;
        if (!makes && !ownObject(given, made)) {
          own.add(method.spot(service.takes().line(), round.name(given)));
        }
      }
      lookAt(made);
    }

    private void lookAt(Set<Integer> made) {
      for (Block block : method.blocks()) {
        if (inside.contains(block.index()) && block.path() != Path.ERROR) {
          block.ops().forEach(op -> look(op, made));
        }
      }
      for (Value drawn : round.drawnFrom()) {
        if (!belongs(drawn, made)) {
          own.add(method.spot(loop.line(), round.name(drawn)));
        }
      }
    }

    /** Op ids of calls and sites of objects that belong to one iteration. */
    private Set<Integer> madeInside() {
      Set<Integer> ids = new HashSet<>();
      for (Block block : method.blocks()) {
        if (inside.contains(block.index())) {
          block.ops().forEach(op -> ids.add(op.id()));
          for (Op op : block.ops()) {
            if (op instanceof Op.Call call
                && call.callee().constructor()
                && call.arguments().get(0) instanceof Value.New object) {
              ids.add(object.site());
            }
          }
        }
      }
      return ids;
    }

    /** Who may stop at one element looks at the next only because that one would not do. */
    private void endsEarly() {
      List<Block> exits =
          method.blocks().stream()
              .filter(block -> inside.contains(block.index()) && block.path() != Path.ERROR)
              .filter(block -> block.successors().stream().anyMatch(this::leaves))
              .toList();
      if (exits.size() > 1 || (exits.size() == 1 && giveUp(exits.get(0)))) {
        Block last = exits.get(exits.size() - 1);
        blockers.add(method.spot(line(last), "may end before the last element"));
      }
    }

    /** Whether the loop ends well on the way only: to come to its last round is to have failed. */
    private boolean giveUp(Block exit) {
      return exit.index() != loop.header()
          && method.blocks().get(loop.header()).successors().stream()
              .anyMatch(to -> !inside.contains(to));
    }

    private boolean leaves(int to) {
      return !inside.contains(to) && method.blocks().get(to).path() != Path.ERROR;
    }

    private static int line(Block block) {
      return block.ops().isEmpty() ? 0 : block.ops().get(block.ops().size() - 1).line();
    }

    private void look(Op op, Set<Integer> made) {
      if (op instanceof Op.FieldWrite write) {
        boolean ofRound = write.base().isPresent() && ownObject(write.base().get(), made);
        Value field = new Value.FieldOf(write.field(), write.base());
        if (!ofRound && !anew(write.line(), field)) {
          blockers.add(method.spot(write.line(), "writes " + write.field().qualified()));
        }
      } else if (op instanceof Op.ArrayWrite write) {
        arrayWrite(write, made);
      } else if (op instanceof Op.Call call) {
        call(call, made);
      }
    }

    private boolean ownObject(Value value, Set<Integer> made) {
      if (value instanceof Value.New object) {
        return made.contains(object.site());
      }
      if (value instanceof Value.NewArray array) {
        return inside.stream().anyMatch(index -> method.blocks().get(index).holds(array.site()));
      }
      if (value instanceof Value.Result result) {
        return made.contains(result.op())
            && method.call(result.op()).filter(call -> ownResult(call, made)).isPresent();
      }
      if (value instanceof Value.FieldOf field && field.base().isPresent()) {
        return ownObject(field.base().get(), made);
      }
      return value instanceof Value.Element element && ownObject(element.array(), made);
    }

    /** Whether a result was made for this round, or looked up by what only this round has. */
    private boolean ownResult(Op.Call call, Set<Integer> made) {
      OptionalInt from = costs.summaries().calls().owners().givenOut(method, call);
      boolean shared =
          from.isPresent()
              && (from.getAsInt() == Owners.STATIC
                  || !belongs(call.arguments().get(from.getAsInt()), made));
      return !shared || call.arguments().stream().skip(1).anyMatch(this::ofThisRound);
    }

    /** The number of the round, or the element that it is about. */
    private boolean ofThisRound(Value value) {
      return value instanceof Value.Element
          || (value instanceof Value.Phi phi && loop.variables().contains(phi.index()))
          || (value instanceof Value.Result result
              && WALKS.matcher(result.callee().name()).matches());
    }

    /** Writing one element per iteration is fine; reading what other iterations write is not. */
    private void arrayWrite(Op.ArrayWrite write, Set<Integer> made) {
      if (ownObject(write.array(), made) || anew(write.line(), write.array())) {
        return;
      }
      if (places.same(write) && !(write.array() instanceof Value.Element)) {
        blockers.add(method.spot(write.line(), "goes on with what the iteration before left"));
        return;
      }
      boolean ownElement =
          write.index() instanceof Value.Phi
              || write.array() instanceof Value.Element
              || places.own(write);
      if (!ownElement) {
        blockers.add(method.spot(write.line(), "writes an array at a computed place"));
        return;
      }
      for (int index : inside) {
        for (Op op : method.blocks().get(index).ops()) {
          if (op instanceof Op.ArrayRead read
              && read.array().equals(write.array())
              && !read.index().equals(write.index())) {
            blockers.add(method.spot(read.line(), "reads what another iteration writes"));
          }
        }
      }
    }

    private void call(Op.Call call, Set<Integer> made) {
      Optional<Value> receiver = call.receiver();
      boolean sharedReceiver = receiver.isPresent() && !ownObject(receiver.get(), made);
      boolean iterator = sharedReceiver && receiver.get() instanceof Value.Result r && iterates(r);
      if (sharedReceiver && !iterator && oneStream(call)) {
        blockers.add(method.spot(call.line(), "one stream for all iterations"));
      }
      if (sharedReceiver && !iterator) {
        sharedObject(call);
      }
      if (iterator && !WALKS.matcher(call.callee().name()).matches()) {
        blockers.add(method.spot(call.line(), "changes what it walks along"));
      }
      if (iterator && !once(call).waiting().isZero()) {
        blockers.add(method.spot(call.line(), "the next element is waited for"));
      }
      List<MethodFacts> bodies = linked.targets(method, call).bodies();
      Step unseen = bodies.isEmpty() ? once(call).changes.get(-1) : null;
      boolean tool = receiver.filter(value -> round.anew(value).isPresent()).isPresent();
      if (unseen != null && !tool) {
        blockers.add(method.spot(call.line(), unseen.at().note().text()));
      }
      for (MethodFacts body : bodies) {
        if (waits && guarded.changes(body)) {
          cautions.add(
              method.spot(call.line(), body.ref().name() + " changes what it shares under a lock"));
          continue;
        }
        Tally inside = costs.summaries().of(body);
        inside.writes.forEach(
            (index, step) -> {
              if (!places.own(call, index, body)) {
                changed(call, index, step, made);
              }
            });
        inside.changes.forEach((index, step) -> changed(call, index, step, made));
      }
    }

    private Tally once(Op.Call call) {
      return costs.summaries().calls().of(method, call);
    }

    /** A callee changes this argument, or with -1 what is static. */
    private void changed(Op.Call call, int index, Step step, Set<Integer> made) {
      boolean ofRound =
          index >= 0
              && (index >= call.arguments().size() || belongs(call.arguments().get(index), made));
      if (ofRound) {
        return;
      }
      Optional<Set<String>> names = round.anew(call, index);
      if (names.isPresent()) {
        names.get().forEach(name -> own.add(method.spot(call.line(), name)));
      } else {
        blockers.add(method.spot(call.line(), step.at().note().text()));
      }
    }

    /** Whether each round uses this object anew; then each thread needs its own. */
    private boolean anew(int line, Value object) {
      Optional<String> name = round.anew(object);
      name.ifPresent(named -> own.add(method.spot(line, named)));
      return name.isPresent();
    }

    /** Whether each iteration has one of its own: one that it made, or the next element. */
    private boolean belongs(Value value, Set<Integer> made) {
      return value instanceof Value.Element || ownObject(value, made);
    }

    private boolean iterates(Value.Result result) {
      return result.callee().name().equals("iterator");
    }

    private boolean oneStream(Op.Call call) {
      return linked.effects(call).waitsAs().stream().anyMatch(w -> w.place().receiver());
    }

    private void sharedObject(Op.Call call) {
      if (changes.of(method, call).isEmpty() || anew(call.line(), call.receiver().orElseThrow())) {
        return;
      }
      Spot at = method.spot(call.line(), call.callee().simpleOwner() + "." + call.callee().name());
      if (GATHERS.matcher(call.callee().name()).matches()) {
        cautions.add(at.noting("gathers results: keep the order with a collector"));
      } else {
        blockers.add(at.noting(call.callee().simpleOwner() + " is not safe for several threads"));
      }
    }
  }
}
