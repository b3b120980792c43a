package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How much of the work of the doors, the methods that outsiders or other threads call, is spent
 * under a lock.
 *
 * <p>A door is where other classes, threads or outsiders enter the class with the lock and its kin;
 * what they do before and after is their own business. Nobody says how often each door is used and
 * estimates of time are off by powers of ten, so doors are weighed by the logarithm of the time
 * that they take, in units of the shortest hold that matters: trivial doors do not count, and one
 * enormous door does not drown the rest. Doors of the same class that work without the lock count
 * against it, unless the program itself shows that others are used.
 */
final class Shares {

  /** Calls up from a region to a door. */
  private static final int DEPTH = 6;

  /** Longer than this is long; how long, our estimates cannot tell. */
  static final double LONG_NANOS = 1e7;

  /** Of the weight of the longest hold; what weighs as much is one of the long ones. */
  private static final double LONG = 0.5;

  /** Doors looked at; a lock behind more is everywhere anyway. */
  private static final int METHODS = 200;

  /** The part of the heap that ways up may take, and what those to one method take, about. */
  private static final int PART = 64;

  private static final int BYTES = 300;

  /**
   * One door.
   *
   * @param held time under the lock in one execution, ns
   * @param nanos its whole time on the hot path
   * @param entered whether somebody was seen to come in here, or may; else it is only where the way
   *     up from the lock was lost
   * @param path how often it is used
   * @param own whether it belongs to who has the lock; what others do besides does not count
   */
  record Door(
      MethodFacts method, double held, double nanos, boolean entered, Path path, boolean own) {
    double share() {
      return nanos <= 0 ? 0 : Math.min(1, held / nanos);
    }

    boolean hot() {
      return path == Path.HOT;
    }

    /** How much it counts among others. */
    double weight() {
      return Shares.weight(entered && own ? nanos : held);
    }

    /** The same door of somebody who has other work, which says nothing of the lock. */
    Door ofAnother() {
      return new Door(method, held, nanos, entered, path, false);
    }
  }

  /**
   * Time under the lock in one execution of a method, ns.
   *
   * @param more what such an execution takes more than all executions on the average: of several
   *     bodies behind a call it is the one that leads to the lock
   */
  record Held(MethodFacts method, double nanos, double more) {
    Held(MethodFacts method, double nanos) {
      this(method, nanos, 0);
    }

    Held plus(Held other) {
      return new Held(method, nanos + other.nanos, more + other.more);
    }
  }

  private final Linked linked;
  private final Efforts efforts;
  private final Returns returns;
  private final Heat heat;

  /** A call of a method, so many times in one execution of the caller, and one execution of it. */
  private record Way(CallSite site, double times, Effort average) {}

  private final Recent<List<Way>> above = Recent.within(PART, BYTES);

  Shares(Linked linked, Efforts efforts, Returns returns, Heat heat) {
    this.linked = linked;
    this.efforts = efforts;
    this.returns = returns;
    this.heat = heat;
  }

  /** One climb from the regions of a lock to its doors. */
  private final class Climb {
    final ToDoubleFunction<Effort> measure;
    final Map<MethodRef, Door> doors = new LinkedHashMap<>();
    final Map<MethodRef, Double> best = new LinkedHashMap<>();

    Climb(ToDoubleFunction<Effort> measure) {
      this.measure = measure;
    }

    Map<MethodRef, Held> up(Collection<Held> level, boolean last) {
      Map<MethodRef, Held> next = new LinkedHashMap<>();
      for (Held each : level) {
        if (best.getOrDefault(each.method.ref(), -1.0) < each.nanos) {
          best.put(each.method.ref(), each.nanos);
          List<Held> callers = last ? List.of() : callers(each, measure);
          if (callers.isEmpty() || entered(each.method)) {
            doors.put(each.method.ref(), door(each, measure));
          }
          callers.forEach(caller -> next.merge(caller.method.ref(), caller, Held::plus));
        }
      }
      return next;
    }
  }

  /**
   * The doors above a set of methods.
   *
   * @param held time under the lock on the hot path of each method that takes it
   * @param measure what counts as the time of a method
   */
  List<Door> doors(Collection<Held> held, ToDoubleFunction<Effort> measure) {
    Climb climb = new Climb(measure);
    Collection<Held> level = held;
    for (int depth = 0; depth <= DEPTH && !level.isEmpty(); depth++) {
      boolean last = depth == DEPTH || climb.best.size() > METHODS;
      level = climb.up(level, last).values();
    }
    return new ArrayList<>(climb.doors.values());
  }

  Door door(Held held, ToDoubleFunction<Effort> measure) {
    MethodFacts method = held.method;
    Effort effort = efforts.of(method);
    double whole = measure.applyAsDouble(effort) + held.more;
    if (loops(method)) {
      whole = Math.min(whole, held.nanos + measure.applyAsDouble(effort.awake()) + held.more);
    }
    return new Door(
        method, held.nanos, Math.max(held.nanos, whole), entered(method), heat.of(method), true);
  }

  /** The methods of the same component that call it daily, with their time under the lock. */
  private List<Held> callers(Held held, ToDoubleFunction<Effort> measure) {
    double whole = measure.applyAsDouble(efforts.of(held.method)) + held.more;
    return above.computeIfAbsent(held.method, this::above).stream()
        .map(way -> in(way, held.nanos, whole, measure))
        .toList();
  }

  private Held in(Way way, double nanos, double whole, ToDoubleFunction<Effort> measure) {
    MethodFacts caller = way.site.in();
    double average = measure.applyAsDouble(way.average);
    return new Held(caller, nanos * way.times, (whole - average) * way.times);
  }

  private List<Way> above(MethodFacts method) {
    List<Way> found = new ArrayList<>();
    for (CallSite site : linked.running(method)) {
      MethodFacts in = site.in();
      String owner = method.ref().owner();
      if (in.equals(method) || !Classes.together(linked, in.ref().owner(), owner)) {
        continue;
      }
      Block block = in.blocks().get(returns.ops(in).blockOf(site.call().id()));
      if (block.path() == Path.HOT) {
        double times = efforts.rounds(in, block).times();
        found.add(new Way(site, times, efforts.of(in, site.call())));
      }
    }
    return found;
  }

  /** Whether outsiders come in here: a framework, a thread, other classes, callers not seen. */
  private boolean entered(MethodFacts method) {
    if (heat.entry(method.ref()) && !method.isPublic()) {
      return true;
    }
    if (method.isSynthetic()) {
      return false;
    }
    String owner = method.ref().owner();
    List<CallSite> callers = linked.running(method);
    boolean inside =
        callers.stream().allMatch(site -> Classes.together(linked, site.in().ref().owner(), owner));
    return !inside || (method.isPublic() && callers.isEmpty()) || heat.entry(method.ref());
  }

  /**
   * Whether it is what a thread of its own does all along: no request of anybody. What it waits for
   * with nothing held is the next thing to do, and that is no work.
   */
  private boolean loops(MethodFacts method) {
    return method.ref().name().equals("run")
        && method.ref().descriptor().equals("()V")
        && linked.subtype(method.ref().owner(), "java.lang.Runnable");
  }

  /**
   * Whether it only hands its object to a method of the same name elsewhere, as compilers write for
   * what an interface brings along: that is not what the class is for.
   */
  private static boolean mixedIn(MethodFacts method) {
    List<Op.Call> calls = method.calls();
    return calls.size() == 1
        && calls.get(0).how() == Op.How.STATIC
        && calls.get(0).callee().name().equals(method.ref().name())
        && !Classes.sameFile(calls.get(0).callee().owner(), method.ref().owner())
        && calls.get(0).parameters() > 0
        && calls.get(0).parameter(0) instanceof Value.Parameter self
        && self.index() == 0;
  }

  /**
   * Heavy public methods of a class that are no doors of its lock: those that nobody here calls,
   * and those that other classes of the program call instead of a door.
   */
  List<Door> without(String type, List<Door> doors, ToDoubleFunction<Effort> measure) {
    Set<MethodRef> known =
        doors.stream().map(door -> door.method.ref()).collect(java.util.stream.Collectors.toSet());
    List<Door> found = new ArrayList<>();
    for (MethodFacts method : linked.type(type).map(ClassFacts::methods).orElse(List.of())) {
      boolean callable =
          method.isPublic()
              && !method.isAbstract()
              && !method.isSynthetic()
              && !method.ref().constructor();
      if (callable
          && !known.contains(method.ref())
          && !loops(method)
          && !mixedIn(method)
          && !calledFromInside(method)) {
        found.add(door(new Held(method, 0), measure));
      }
    }
    return found;
  }

  private boolean calledFromInside(MethodFacts method) {
    String owner = method.ref().owner();
    return linked.running(method).stream()
        .anyMatch(site -> Classes.together(linked, site.in().ref().owner(), owner));
  }

  /**
   * How many of the doors that meet a lock wait for it, 0..1: readers keep each other waiting for
   * nothing, and who only tries goes on without it. An attempt that is followed by little work is
   * no other way to what is done under the lock.
   */
  static double waiting(List<Door> doors, List<Door> readers, List<Door> trying) {
    List<Door> waiting = doors.stream().filter(Door::hot).toList();
    double heaviest = waiting.stream().mapToDouble(door -> weight(door.held)).max().orElse(0);
    double past = readers.stream().filter(Door::hot).count();
    for (Door door : trying) {
      past += door.hot() && heaviest > 0 ? Math.min(1, weight(door.nanos) / heaviest) : 0;
    }
    return waiting.isEmpty() ? 0 : waiting.size() / (waiting.size() + past);
  }

  /**
   * Whether other classes of the program come in by a door that holds the lock for long. They show
   * what the class is for: what it does besides is no daily way past the lock.
   */
  boolean usedByOthers(List<Door> doors) {
    double longest = doors.stream().filter(Door::hot).mapToDouble(Door::held).max().orElse(0);
    return doors.stream()
        .filter(door -> door.hot() && weight(door.held) >= LONG * weight(longest))
        .anyMatch(door -> calledByOthers(door.method));
  }

  private boolean calledByOthers(MethodFacts method) {
    return linked.running(method).stream()
        .anyMatch(site -> !Classes.together(linked, site.in().ref().owner(), method.ref().owner()));
  }

  /** Whether a method belongs to objects of a class. */
  boolean isOne(MethodFacts method, String type) {
    String owner = method.ref().owner();
    return linked.subtype(owner, type) || linked.subtype(type, owner);
  }

  /**
   * Doors as they count for a lock. Of one that everybody finds in a static field all that the
   * class with the field does counts; others who pass by have other work besides, which is not what
   * that class is for.
   */
  List<Door> weighed(LockName lock, List<Door> doors) {
    return lock instanceof LockName.StaticField kept
        ? doors.stream()
            .map(door -> isOne(door.method, kept.field().owner()) ? door : door.ofAnother())
            .toList()
        : doors;
  }

  /** The share of all hot doors together, those without the lock included. */
  static double together(List<Door> doors, List<Door> without) {
    double held = 0;
    double whole = 0;
    for (Door door : doors) {
      if (door.hot()) {
        held += door.share() * door.weight();
        whole += door.weight();
      }
    }
    for (Door door : without) {
      whole += door.hot() ? door.weight() : 0;
    }
    return whole <= 0 ? 0 : held / whole;
  }

  private static double weight(double nanos) {
    return Math.log1p(Math.min(nanos, LONG_NANOS) / Judgement.TINY_NANOS);
  }
}
