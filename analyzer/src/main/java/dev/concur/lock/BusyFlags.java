package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effect.Mode;
import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Home-made locks: a field that threads wait for, then set, and set back when they are done.
 *
 * <pre>
 *   synchronized (this) { while (busy) wait(); busy = true; }
 *   work();
 *   synchronized (this) { busy = false; notify(); }
 * </pre>
 *
 * A number that is counted down and up again is one as well, when it is made as one. A field that
 * both sides wait for is a slot between a producer and a consumer, not a lock.
 */
final class BusyFlags {

  private enum Way {
    TAKEN,
    FREE
  }

  private record Key(String owner, String name, String type) {}

  private final Set<Key> flags;

  private BusyFlags(Set<Key> flags) {
    this.flags = flags;
  }

  static BusyFlags of(Linked linked, Collection<MethodFacts> methods) {
    Set<Key> taken = new HashSet<>();
    Set<Key> freed = new HashSet<>();
    Set<Key> slots = new HashSet<>();
    Set<Key> counted = new HashSet<>();
    for (MethodFacts method : methods) {
      if (method.ref().constructor()) {
        continue;
      }
      Set<Key> waited = waitedFor(linked, method);
      for (Block block : method.blocks()) {
        for (Op op : block.ops()) {
          if (op instanceof Op.FieldWrite write) {
            sort(write, waited, taken, freed, slots);
            if (write.value() instanceof Value.Arithmetic) {
              counted.add(key(write.field()));
            }
          }
        }
      }
    }
    taken.retainAll(freed);
    taken.removeAll(slots);
    taken.removeIf(key -> counted.contains(key) && !madeAsOne(linked, key));
    return new BusyFlags(taken);
  }

  private static void sort(
      Op.FieldWrite write, Set<Key> waited, Set<Key> taken, Set<Key> freed, Set<Key> slots) {
    Key key = key(write.field());
    Optional<Way> way = way(write);
    boolean waits = waited.contains(key);
    if (way.isPresent() && way.get() == Way.TAKEN && waits) {
      taken.add(key);
    } else if (way.isPresent() && way.get() == Way.FREE) {
      (waits ? slots : freed).add(key);
    }
  }

  /** What a write does to a flag; empty when it is none. */
  Optional<Change> change(Op.FieldWrite write) {
    if (!flags.contains(key(write.field()))) {
      return Optional.empty();
    }
    Value flag = new Value.FieldOf(write.field(), write.base());
    return way(write)
        .map(
            way ->
                way == Way.TAKEN
                    ? new Change.Take(flag, LockKind.CUSTOM, Side.EXCLUSIVE, Mode.BLOCKING)
                    : new Change.Give(flag, LockKind.CUSTOM, Side.EXCLUSIVE));
  }

  private static Optional<Way> way(Op.FieldWrite write) {
    Value value = write.value();
    if (write.field().descriptor().equals("Z") && value instanceof Value.Constant constant) {
      return Optional.of(Integer.valueOf(0).equals(constant.value()) ? Way.FREE : Way.TAKEN);
    }
    if (write.field().descriptor().equals("Ljava/lang/Thread;")) {
      return Optional.of(value instanceof Value.Null ? Way.FREE : Way.TAKEN);
    }
    if (!number(write.field().descriptor())) {
      return Optional.empty();
    }
    if (value instanceof Value.Arithmetic sum) {
      return counted(write.field(), sum);
    }
    return owner(value) ? Optional.of(Way.TAKEN) : none(value);
  }

  /** The number of who has it; none has it when it is zero. */
  private static boolean owner(Value value) {
    return value instanceof Value.Parameter || value instanceof Value.Phi;
  }

  private static Optional<Way> none(Value value) {
    boolean zero =
        value instanceof Value.Constant constant
            && constant.value() instanceof Number number
            && number.doubleValue() == 0;
    return zero ? Optional.of(Way.FREE) : Optional.empty();
  }

  private static boolean number(String descriptor) {
    return descriptor.equals("I") || descriptor.equals("J");
  }

  /** One less is taken, one more is free. */
  private static Optional<Way> counted(FieldRef field, Value.Arithmetic sum) {
    boolean byOne =
        sum.left() instanceof Value.FieldOf old && old.field().equals(field) && one(sum.right());
    return switch (byOne ? sum.operator() : ' ') {
      case '-' -> Optional.of(Way.TAKEN);
      case '+' -> Optional.of(Way.FREE);
      default -> Optional.empty();
    };
  }

  private static boolean one(Value value) {
    return value instanceof Value.Constant constant
        && constant.value() instanceof Number number
        && number.doubleValue() == 1;
  }

  /** Whether all that is ever counted from is one: given so to every constructor, or set by it. */
  private static boolean madeAsOne(Linked linked, Key key) {
    List<FieldWriteSite> made =
        linked.writes(new FieldRef(key.owner, key.name, key.type)).stream()
            .filter(site -> site.in().ref().constructor())
            .toList();
    return !made.isEmpty() && made.stream().allMatch(site -> fromOne(linked, site));
  }

  private static boolean fromOne(Linked linked, FieldWriteSite site) {
    if (!(site.write().value() instanceof Value.Parameter given)) {
      return one(site.write().value());
    }
    List<CallSite> callers = linked.callers(site.in());
    return !callers.isEmpty()
        && callers.stream()
            .map(caller -> caller.call().arguments())
            .allMatch(arguments -> one(arguments.get(given.index())));
  }

  /** Fields that are tested in a loop in which the method waits for a signal. */
  private static Set<Key> waitedFor(Linked linked, MethodFacts method) {
    Set<Integer> waiting = new HashSet<>();
    for (Block block : method.blocks()) {
      if (block.loop() >= 0 && waits(linked, method, block)) {
        waiting.add(outermost(method, block.loop()));
      }
    }
    Set<Key> found = new HashSet<>();
    if (waiting.isEmpty()) {
      return found;
    }
    Ops ops = new Ops(method);
    for (Block block : method.blocks()) {
      if (block.loop() >= 0 && waiting.contains(outermost(method, block.loop()))) {
        Ops.branch(block).ifPresent(branch -> tested(ops, branch, found));
      }
    }
    return found;
  }

  private static void tested(Ops ops, Op.Branch branch, Set<Key> found) {
    for (Value side : List.of(branch.left(), branch.right())) {
      for (Value input : ops.inputs(side)) {
        if (input instanceof Value.FieldOf field) {
          found.add(key(field.field()));
        }
      }
    }
  }

  private static int outermost(MethodFacts method, int loop) {
    int parent = method.loops().get(loop).parent();
    return parent < 0 ? loop : outermost(method, parent);
  }

  private static boolean waits(Linked linked, MethodFacts method, Block block) {
    return block.ops().stream()
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .anyMatch(call -> linked.targets(method, call).effects().has(Effect.Awaits.class));
  }

  private static Key key(FieldRef field) {
    return new Key(field.owner(), field.name(), field.descriptor());
  }
}
