package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;

/**
 * The sides of read-write locks, wherever they were kept meanwhile: both sides of one lock are that
 * one lock. Where the lock itself is kept in no field, its sides are known by the field of the side
 * that keeps others out.
 */
final class Sides {

  private final Linked linked;
  private final Returns returns;

  Sides(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
  }

  /**
   * A lock and how it is taken.
   *
   * @param lock the lock of both sides, where it is known
   */
  record Sided(Value lock, LockKind kind, Side side) {}

  /** The lock behind {@code rw.readLock()}. */
  Sided of(MethodFacts in, Value lock, Effect.Side said) {
    Value simple = returns.simplest(in, lock);
    if (said == Effect.Side.LOCK || said == Effect.Side.READ || said == Effect.Side.WRITE) {
      for (Value input : returns.ops(in).inputs(simple)) {
        Optional<Sided> found = sideOf(in, input, simple);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return switch (said) {
      case READ, STAMPED_READ -> new Sided(simple, LockKind.READ_WRITE_LOCK, Side.READ);
      case WRITE, STAMPED_WRITE -> new Sided(simple, LockKind.READ_WRITE_LOCK, Side.WRITE);
      case SEMAPHORE -> new Sided(simple, LockKind.SEMAPHORE, Side.EXCLUSIVE);
      case MONITOR -> new Sided(simple, LockKind.MONITOR, Side.EXCLUSIVE);
      case LOCK -> new Sided(simple, LockKind.LOCK, Side.EXCLUSIVE);
    };
  }

  private Optional<Sided> sideOf(MethodFacts in, Value value, Value shown) {
    if (value instanceof Value.Result result) {
      return returns.ops(in).call(result.op()).flatMap(call -> sideOf(in, call));
    }
    if (value instanceof Value.FieldOf) {
      for (Origin origin : linked.origins(in, value)) {
        if (origin.value() instanceof Value.Result result) {
          Optional<Op.Call> made = returns.ops(origin.in()).call(result.op());
          Optional<Sided> found = made.flatMap(call -> sideOf(origin.in(), call));
          if (found.isPresent()) {
            return found.map(
                side ->
                    new Sided(
                        seenFrom(shown, origin.in(), made.get(), side.lock), side.kind, side.side));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Sided> sideOf(MethodFacts in, Op.Call call) {
    return byGetter(call).or(() -> said(in, call));
  }

  /**
   * A getter of the program that is called as those of a {@code ReadWriteLock} hands out that side.
   */
  private Optional<Sided> byGetter(Op.Call call) {
    boolean getter =
        call.parameters() == 0
            && call.how() != Op.How.STATIC
            && call.callee().descriptor().equals("()Ljava/util/concurrent/locks/Lock;")
            && !linked.facts().inJdk(call.callee().owner());
    if (!getter || !call.callee().name().matches("(read|write)Lock")) {
      return Optional.empty();
    }
    Side side = call.callee().name().equals("readLock") ? Side.READ : Side.WRITE;
    return Optional.of(
        new Sided(new Value.Result(call.id(), call.callee()), LockKind.READ_WRITE_LOCK, side));
  }

  private Optional<Sided> said(MethodFacts in, Op.Call call) {
    return linked.targets(in, call).effects().first(Effect.SideOf.class).stream()
        .map(
            effect ->
                new Sided(
                    whole(in, call),
                    LockKind.READ_WRITE_LOCK,
                    effect.side() == Effect.Side.READ ? Side.READ : Side.WRITE))
        .findFirst();
  }

  private Value whole(MethodFacts in, Op.Call side) {
    return returns.simplest(in, side.arguments().get(0));
  }

  /**
   * A lock whose side went into a field elsewhere, named from where that is used: a field of the
   * same object or of a class is known there, else what was kept along with the side.
   */
  private Value seenFrom(Value shown, MethodFacts keeper, Op.Call side, Value lock) {
    if (!(shown instanceof Value.FieldOf kept)) {
      return shown;
    }
    if (lock instanceof Value.FieldOf field && field.base().isEmpty()) {
      return lock;
    }
    boolean same =
        lock instanceof Value.FieldOf field
            && ofSelf(keeper, field.base())
            && kept.base().isPresent()
            && ofOneObject(keeper, kept);
    if (same) {
      return new Value.FieldOf(((Value.FieldOf) lock).field(), kept.base());
    }
    return keptAlong(keeper, whole(keeper, side), kept);
  }

  private boolean ofOneObject(MethodFacts keeper, Value.FieldOf kept) {
    String owner = keeper.ref().owner();
    String other = kept.field().owner();
    return linked.subtype(owner, other) || linked.subtype(other, owner);
  }

  private static boolean ofSelf(MethodFacts in, Optional<Value> base) {
    return !in.isStatic()
        && base.filter(value -> value instanceof Value.Parameter p && p.index() == 0).isPresent();
  }

  /**
   * The field beside another one into which the same method puts a lock or, when that goes into
   * none, its write side.
   */
  private Value keptAlong(MethodFacts keeper, Value whole, Value.FieldOf kept) {
    Value.FieldOf found = kept;
    for (Block block : keeper.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.FieldWrite write && beside(keeper, write, kept)) {
          Value.FieldOf field = new Value.FieldOf(write.field(), kept.base());
          if (returns.simplest(keeper, write.value()).equals(whole)) {
            return field;
          }
          found = writes(keeper, write.value(), whole) ? field : found;
        }
      }
    }
    return found;
  }

  private boolean beside(MethodFacts keeper, Op.FieldWrite write, Value.FieldOf kept) {
    return kept.base().isPresent()
        ? ofSelf(keeper, write.base()) && ofOneObject(keeper, kept)
        : write.base().isEmpty();
  }

  /** Whether a value is the write side of a lock. */
  private boolean writes(MethodFacts in, Value value, Value whole) {
    return value instanceof Value.Result result
        && returns
            .ops(in)
            .call(result.op())
            .filter(
                call ->
                    sideOf(in, call).filter(found -> found.side == Side.WRITE).isPresent()
                        && whole(in, call).equals(whole))
            .isPresent();
  }
}
