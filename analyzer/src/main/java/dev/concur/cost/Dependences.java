package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what one round of a loop needs of another. */
final class Dependences {

  /** So many places are named for each reason. */
  private static final int NAMED = 5;

  /** Where the next element costs more of a round, to take it is a part of the work. */
  private static final double AT_MOST = 0.1;

  private static final String ALL_THERE =
      "goes on with what earlier rounds found: take all that is there at a time";

  /** What may be done with an iterator while others look at its elements. */
  private static final Pattern WALKS = Pattern.compile("next|hasNext|nextElement|hasMoreElements");

  /** What is walked along, whoever made it. */
  private static final Set<String> ITERATORS =
      Set.of("java.util.Iterator", "java.util.ListIterator", "java.util.Enumeration");

  private final Linked linked;
  private final Costs costs;
  private final Changes changes;
  private final Reuse reuse;
  private final Guarded guarded;

  Dependences(Linked linked, Costs costs, Changes changes, Reuse reuse) {
    this.linked = linked;
    this.costs = costs;
    this.changes = changes;
    this.reuse = reuse;
    this.guarded = new Guarded(linked, costs.summaries());
  }

  /**
   * What forbids running rounds side by side.
   *
   * @param blockers dependences that were seen
   * @param cautions what could not be excluded, or must be combined
   * @param own what each thread needs one of its own of
   */
  record Found(List<Spot> blockers, List<Spot> cautions, List<Spot> own) {}

  /**
   * Looks at the rounds of a loop.
   *
   * @param inside indexes of its blocks
   * @param each what a round does; where it mostly waits, a lock taken for a moment costs nothing
   */
  Found of(MethodFacts method, LoopFacts loop, Set<Integer> inside, Tally each) {
    Search search = new Search(method, loop, inside, each);
    search.look();
    return search.found();
  }

  /** The same of a service, which ends when it is told to. */
  Found of(
      MethodFacts method,
      LoopFacts loop,
      Set<Integer> inside,
      Tally each,
      Services.Service service) {
    Search search = new Search(method, loop, inside, each);
    search.lookAtWork(service);
    return search.found();
  }

  /** One loop that is looked at. */
  private final class Search {
    private final MethodFacts method;
    private final LoopFacts loop;
    private final Places places;
    private final Set<Integer> inside;
    private final Tally each;
    private final boolean waits;
    private final Drains drains;
    private final List<Spot> blockers = new ArrayList<>();
    private final List<Spot> cautions = new ArrayList<>();
    private final List<Spot> own = new ArrayList<>();
    private final Round round;
    private final Set<Integer> tied = new HashSet<>();
    private final List<Spot> refilled = new ArrayList<>();
    private final Set<Spot> mayAdd = new HashSet<>();
    private boolean toItsEnd;
    private boolean shrinks;

    Search(MethodFacts method, LoopFacts loop, Set<Integer> inside, Tally each) {
      this.method = method;
      this.loop = loop;
      this.places = new Places(method, loop, inside, costs.summaries().calls().owners());
      this.inside = inside;
      this.each = each;
      this.waits = LoopCosts.waits(each);
      this.drains = new Drains(linked, method, inside);
      this.round = reuse.round(method, inside, loop.header());
    }

    Found found() {
      Carried carried = new Carried(method, drains.without(loop), inside, blockers, cautions);
      carried.look();
      if (toItsEnd && !shrinks && !(blockers.isEmpty() && refilled.isEmpty())) {
        setApart(carried);
      }
      if (toItsEnd && refilled.isEmpty() && !blockers.isEmpty() && mayAdd.containsAll(blockers)) {
        addUp();
      }
      blockers.addAll(refilled);
      return new Found(
          blockers.stream().distinct().limit(NAMED).toList(),
          cautions.stream().distinct().limit(NAMED).toList(),
          own.stream().distinct().toList());
    }

    void look() {
      lookAt(madeInside());
      Optional<Spot> early = new EarlyEnd(method, loop, inside).find();
      early.ifPresent(blockers::add);
      toItsEnd = early.isEmpty();
    }

    /**
     * Where the heavy part of a round stands apart from what ties it to others, they only queue.
     */
    private void setApart(Carried carried) {
      PerRound often = new PerRound(costs.summaries(), method, loop);
      RoundFacts rounds =
          new RoundFacts(
              loop.header(),
              loop.variables(),
              inside,
              round,
              tied,
              variable -> carried.counts(variable) || drains.taken(new Value.Phi(variable)),
              value -> drains.empties(value) || iterator(value) || refills(value),
              value -> false,
              often::of);
      new Apart(linked, costs.summaries(), method, rounds)
          .look(each)
          .ifPresent(
              asks -> {
                blockers.forEach(spot -> cautions.add(spot.noting(Apart.IN_ORDER + spot.note())));
                blockers.clear();
                refilled.stream().limit(1).forEach(spot -> cautions.add(spot.noting(ALL_THERE)));
                refilled.clear();
                cautions.addAll(asks);
              });
    }

    /** Where rounds only add to what ties them together, each thread may have its own total. */
    private void addUp() {
      new Totals(
              linked,
              changes,
              method,
              inside,
              round,
              new LoopRounds(method, loop, inside, drains, places))
          .find(Apart.worth(each))
          .ifPresent(
              totals -> {
                blockers.clear();
                totals.forEach(
                    total -> own.add(method.spot(loop.line(), Loop.TOTAL + round.name(total))));
              });
    }

    /** Whether rounds that wait take what they are about from what earlier ones found. */
    private boolean refills(Value value) {
      return waits && drains.worklist(value);
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
          block.ops().forEach(op -> lookWhetherTied(op, made));
        }
      }
      for (Value drawn : round.drawnFrom()) {
        if (!belongs(drawn, made)) {
          own.add(method.spot(loop.line(), round.name(drawn)));
        }
      }
    }

    private void lookWhetherTied(Op op, Set<Integer> made) {
      int before = blockers.size();
      look(op, made);
      List<Spot> more = blockers.subList(before, blockers.size());
      if (more.isEmpty()) {
        return;
      }
      tied.add(op.id());
      if (op instanceof Op.Call call && call.receiver().filter(this::refills).isPresent()) {
        refilled.addAll(more);
        more.clear();
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

    private void look(Op op, Set<Integer> made) {
      if (op instanceof Op.FieldWrite write) {
        boolean ofRound = write.base().isPresent() && ownObject(write.base().get(), made);
        Value field = new Value.FieldOf(write.field(), write.base());
        if (!ofRound && !anew(write.line(), field)) {
          ties(method.spot(write.line(), "writes " + write.field().qualified()));
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
        ties(method.spot(write.line(), "goes on with what the iteration before left"));
        return;
      }
      boolean ownElement =
          write.index() instanceof Value.Phi
              || write.array() instanceof Value.Element
              || places.own(write);
      if (!ownElement) {
        ties(method.spot(write.line(), "writes an array at a computed place"));
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
      if (sharedReceiver && drains.of(call)) {
        drained(call, made);
        return;
      }
      boolean iterator = sharedReceiver && iterates(call, receiver.get());
      if (sharedReceiver && !iterator && oneStream(call)) {
        blockers.add(method.spot(call.line(), "one stream for all iterations"));
      }
      if (sharedReceiver && !iterator) {
        sharedObject(call);
      }
      if (iterator && !WALKS.matcher(call.callee().name()).matches()) {
        blockers.add(method.spot(call.line(), "changes what it walks along"));
        shrinks = true;
      }
      if (iterator && !once(call).waiting().isZero()) {
        blockers.add(method.spot(call.line(), "the next element is waited for"));
      }
      List<MethodFacts> bodies = linked.targets(method, call).bodies();
      Step unseen = bodies.isEmpty() ? once(call).changes.get(-1) : null;
      boolean tool = receiver.filter(value -> round.anew(value).isPresent()).isPresent();
      if (unseen != null && !tool) {
        boolean tells = waits && Stages.unseen(unseen);
        (tells ? cautions : blockers).add(method.spot(call.line(), unseen.at().note().text()));
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

    /** Reading a line is what an iterator does, unless that is what takes the time. */
    private void drained(Op.Call call, Set<Integer> made) {
      double taking = once(call).waiting().middle();
      double round = Math.max(each.waiting().middle(), each.cpu.middle());
      if (drains.stream(call) && taking > AT_MOST * round) {
        blockers.add(method.spot(call.line(), "one stream for all iterations"));
      }
      for (MethodFacts body : linked.targets(method, call).bodies()) {
        Tally inside = costs.summaries().of(body);
        inside.writes.forEach((index, step) -> changedBeside(call, index, step, made));
        inside.changes.forEach((index, step) -> changedBeside(call, index, step, made));
      }
    }

    /** What an iterator changes but itself. */
    private void changedBeside(Op.Call call, int index, Step step, Set<Integer> made) {
      if (index != 0) {
        changed(call, index, step, made);
      }
    }

    private Tally once(Op.Call call) {
      return costs.summaries().calls().of(method, call);
    }

    /** What is written here ties rounds together, unless they only add to it. */
    private void ties(Spot written) {
      blockers.add(written);
      mayAdd.add(written);
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
      if (waits && Stages.unseen(step)) {
        cautions.add(method.spot(call.line(), step.at().note().text()));
      } else if (names.isPresent()) {
        names.get().forEach(name -> own.add(method.spot(call.line(), name)));
      } else if (Stages.unseen(step)) {
        blockers.add(method.spot(call.line(), step.at().note().text()));
      } else {
        ties(method.spot(call.line(), step.at().note().text()));
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
      return value instanceof Value.Element || drains.taken(value) || ownObject(value, made);
    }

    /** Whether a call is one of an iterator: of one that is made here, or that a caller gives. */
    private boolean iterates(Op.Call call, Value receiver) {
      return iterator(receiver)
          || (Calls.isParameter(method, receiver) && ITERATORS.contains(call.callee().owner()));
    }

    private static boolean iterator(Value value) {
      return value instanceof Value.Result result && result.callee().name().equals("iterator");
    }

    private boolean oneStream(Op.Call call) {
      return linked.effects(call).waitsAs().stream().anyMatch(w -> w.place().receiver());
    }

    private void sharedObject(Op.Call call) {
      if (changes.of(method, call).isEmpty() || anew(call.line(), call.receiver().orElseThrow())) {
        return;
      }
      Spot at = method.spot(call.line(), call.callee().simpleOwner() + "." + call.callee().name());
      if (Stages.GATHERS.matcher(call.callee().name()).matches()) {
        cautions.add(at.noting("gathers results: keep the order with a collector"));
      } else {
        ties(at.noting(call.callee().simpleOwner() + " is not safe for several threads"));
      }
    }
  }
}
