package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/** Draws up regions: how hot, how heavy, touching what. */
final class Drafts {

  private final Heat heat;
  private final Inside inside;
  private final Touched touched;
  private final Returns returns;

  private final Efforts efforts;
  private final DoubleChecks doubleChecks;
  private final Linked linked;
  private final Passages passages;

  Drafts(Linked linked, Costs costs, LockNames names, Returns returns, Heat heat, Efforts efforts) {
    this.heat = heat;
    this.linked = linked;
    this.passages = new Passages(costs, returns, heat, efforts);
    this.efforts = efforts;
    this.returns = returns;
    this.doubleChecks = new DoubleChecks(linked, returns);
    this.inside = new Inside(linked, costs, names, efforts);
    this.touched = new Touched(linked, costs, names);
  }

  /** The region of one acquisition, which takes one of these locks. */
  Draft of(Extent extent, List<LockName> locks) {
    Acquisition at = extent.at();
    MethodFacts in = extent.in();
    Inside.Found found = inside.of(extent, locks);
    return new Draft(
        in,
        at.spot(),
        at.kind(),
        at.side(),
        path(extent, locks, found),
        at.blocking(),
        found,
        efforts.rounds(in, extent.start()).times(),
        at.wholeMethod() || extent.instructions() >= 0.8 * in.instructions(),
        extent.instructions(),
        LooseEnds.of(extent),
        touched.by(extent),
        locks.size() > 1 ? condition(extent) : "",
        missing(extent, locks));
  }

  /** What is waited for while the lock is held for something that was not found. */
  private Optional<Inside.Found> missing(Extent extent, List<LockName> locks) {
    return inside
        .missing(extent, locks)
        .or(() -> made(extent))
        .filter(found -> found.cost().waiting().middle() >= Judgement.WAIT_NANOS);
  }

  /** What a map under the lock has made of a key that it does not have. */
  private Optional<Inside.Found> made(Extent extent) {
    List<MethodFacts> makers =
        extent.calls().stream()
            .flatMap(
                call ->
                    linked.effects(call).callsBack().stream()
                        .filter(back -> back.times() == Effect.Times.MISS)
                        .flatMap(
                            back ->
                                linked
                                    .tasks(extent.in(), call, back.callback(), back.via())
                                    .stream()))
            .toList();
    return makers.isEmpty() ? Optional.empty() : Optional.of(passages.tasks(makers));
  }

  /** Who asks the same question before and after taking a lock takes it when something is due. */
  private Path path(Extent extent, List<LockName> locks, Inside.Found found) {
    Path path = extent.start().path().and(heat.of(extent.in()));
    if (locks.stream().anyMatch(ColdNames::ordersLife)
        || Fluent.describes(extent.in(), found.effort())) {
      return path.and(Path.COLD);
    }
    boolean rarely =
        efforts.off(extent.in(), extent.start())
            || Cases.one(extent.in(), extent.start())
            || doubleChecks.guard(extent);
    return rarely ? path.and(Path.MISS) : path;
  }

  /** What decides which of several locks it is: the test before the place where they meet. */
  private String condition(Extent extent) {
    String found = "the object that is passed decides so";
    if (!(extent.at().lock() instanceof Value.Phi)) {
      return found;
    }
    for (Block block : extent.in().blocks()) {
      if (block.index() < extent.at().block()) {
        Optional<String> test = Ops.branch(block).flatMap(branch -> asked(extent.in(), branch));
        found = test.orElse(found);
      }
    }
    return found;
  }

  private Optional<String> asked(MethodFacts in, Op.Branch branch) {
    if (branch.left() instanceof Value.Result result) {
      boolean question = result.callee().descriptor().endsWith(")Z");
      return question && returns.ops(in).call(result.op()).isPresent()
          ? Optional.of(result.callee().simpleOwner() + "." + result.callee().name() + "() says so")
          : Optional.empty();
    }
    return branch.left() instanceof Value.FieldOf field && field.field().descriptor().equals("Z")
        ? Optional.of(field.field().qualified() + " says so")
        : Optional.empty();
  }
}
