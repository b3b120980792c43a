package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.Facts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What calls run by types alone: the bodies of the types below that are made somewhere. */
final class BodiesByType {

  /**
   * Nearly all of these are the JDK's as well: a program with a lock of its own kind would
   * otherwise do what that does, wherever it locks, and one that wraps a stream would be given the
   * functions of all streams.
   */
  private static final Set<String> LOCKS_AND_STREAMS =
      Set.of(
          "java.util.stream.BaseStream",
          "java.util.stream.Stream",
          "java.util.stream.IntStream",
          "java.util.stream.LongStream",
          "java.util.stream.DoubleStream",
          "java.util.concurrent.locks.Lock",
          "java.util.concurrent.locks.ReadWriteLock",
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock",
          "java.util.concurrent.locks.Condition");

  private final Facts facts;
  private final Types types;
  private final Reach reach;

  /**
   * The bodies of virtual calls, worked out once for all that name the same method: a list, or the
   * one body that is all.
   */
  private final Table<MethodRef, Object> below = new Table<>();

  BodiesByType(Facts facts, Types types, Reach reach) {
    this.facts = facts;
    this.types = types;
    this.reach = reach;
  }

  /** The bodies that a call may run: several are the same list whenever they are asked for. */
  @SuppressWarnings("unchecked")
  List<MethodFacts> of(Op.Call call) {
    MethodRef callee = call.callee();
    if (!isVirtual(call)) {
      return types.resolve(callee).filter(this::runs).map(List::of).orElse(List.of());
    }
    Object known = below.get(callee);
    if (known == null) {
      List<MethodFacts> found = below(callee);
      below.put(callee, found.size() == 1 ? found.get(0) : found);
      return found;
    }
    return known instanceof MethodFacts one ? List.of(one) : (List<MethodFacts>) known;
  }

  /** The methods behind a lambda or method reference. */
  List<MethodFacts> behind(Value.Lambda lambda) {
    List<Value> receiver = new ArrayList<>(lambda.captured());
    if (lambda.how() != Op.How.STATIC && receiver.isEmpty()) {
      receiver.add(new Value.Opaque(""));
    }
    return of(new Op.Call(-1, 0, lambda.how(), lambda.body(), receiver));
  }

  private List<MethodFacts> below(MethodRef callee) {
    if (LOCKS_AND_STREAMS.contains(callee.owner()) && !facts.isRoot(callee.owner())) {
      return List.of();
    }
    Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
    for (String type : reach.madeBelow(callee.owner())) {
      on(type, callee).ifPresent(body -> found.put(body.ref(), body));
    }
    if (found.isEmpty()) {
      // Nobody makes one here: a class whose objects come from outside still runs its own method.
      types.resolve(callee).filter(this::runs).ifPresent(b -> found.put(b.ref(), b));
    }
    return List.copyOf(found.values());
  }

  /** The body that runs on an object of exactly this type. */
  Optional<MethodFacts> on(String type, MethodRef callee) {
    return types.resolve(type, callee).filter(this::runs);
  }

  private boolean runs(MethodFacts body) {
    return !body.isAbstract() && reach.has(body);
  }

  /** Whether the receiver's type decides which body a call runs. */
  static boolean isVirtual(Op.Call call) {
    return call.how() == Op.How.VIRTUAL || call.how() == Op.How.INTERFACE;
  }
}
