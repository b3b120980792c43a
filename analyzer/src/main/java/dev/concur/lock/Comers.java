package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Threads that were seen to come to the objects of a class. */
final class Comers {

  /** Calls of its own class from a task to what it asks. */
  private static final int DEPTH = 3;

  private final Linked linked;
  private final Returns returns;
  private final Makings makings;
  private final LockNames names;
  private final Crowds crowds;
  private final OwnGuests ownGuests;
  private final OneForTasks oneForTasks;

  Comers(Linked linked, Returns returns, Makings makings, LockNames names) {
    this.linked = linked;
    this.returns = returns;
    this.makings = makings;
    this.names = names;
    this.crowds = new Crowds(linked);
    this.ownGuests = new OwnGuests(linked, returns, crowds);
    this.oneForTasks = new OneForTasks(linked, returns, crowds);
  }

  /** Whether each task that was seen to come here comes to an object of its own. */
  boolean eachToItsOwn(String type, Reach reach) {
    return ownGuests.only(type, reach);
  }

  /** A class, and those that keep its objects in a field. */
  private List<String> nearby(String type) {
    List<String> found = new ArrayList<>(List.of(type));
    for (Makings.Home home : makings.of(type)) {
      if (home instanceof Makings.Home.InField kept) {
        found.add(names.declared(kept.field()).owner());
      }
    }
    return found;
  }

  /**
   * Whether a task that comes here is more than the locked method itself: a task that does nothing
   * but lock itself is met by the thread that runs it.
   */
  private static boolean bySomethingElse(HandOffSite site, Reach reach) {
    return site.tasks().stream().anyMatch(task -> reach.has(task) && !reach.beginsOnlyIn(task));
  }

  private static boolean isObject(String type) {
    return type.equals("java.lang.Object");
  }

  /**
   * Whether the tasks handed off at a place call a method of what is in a field of the object that
   * hands them off: it is the same for all of them.
   *
   * @param held whether the type of the field is meant
   */
  private boolean asks(HandOffSite site, Predicate<String> held) {
    return asks(site.in(), site.tasks(), held);
  }

  private boolean asks(MethodFacts handing, List<MethodFacts> tasks, Predicate<String> held) {
    String owner = handing.ref().owner();
    return tasks.stream()
        .filter(task -> task.ref().owner().equals(owner))
        .anyMatch(task -> asks(task, held, DEPTH));
  }

  private boolean asks(MethodFacts in, Predicate<String> held, int depth) {
    if (in.isStatic()) {
      return false;
    }
    for (Op.Call call : in.calls()) {
      Value called = call.receiver().orElse(null);
      if (called != null && isHeld(called, held)) {
        return true;
      }
      if (call.arguments().stream().anyMatch(each -> runs(in, each, held, depth))) {
        return true;
      }
      if (depth > 0
          && called != null
          && self(called)
          && linked.targets(in, call).bodies().stream()
              .filter(body -> body.ref().owner().equals(in.ref().owner()))
              .anyMatch(body -> asks(body, held, depth - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeld(Value value, Predicate<String> held) {
    return value instanceof Value.FieldOf field
        && field.base().filter(Comers::self).isPresent()
        && held.test(Classes.named(field.field().descriptor()));
  }

  /** Whether an argument is a function that asks it, such as {@code book::enter}. */
  private boolean runs(MethodFacts in, Value argument, Predicate<String> held, int depth) {
    if (!(argument instanceof Value.Lambda made) || made.captured().isEmpty()) {
      return false;
    }
    Value first = made.captured().get(0);
    return isHeld(first, held)
        || (depth > 0
            && self(first)
            && made.body().owner().equals(in.ref().owner())
            && linked.body(made.body()).filter(body -> asks(body, held, depth - 1)).isPresent());
  }

  /** Whether the object hands off work of its own: all tasks come to it. */
  private static boolean ofItself(MethodFacts handing, List<MethodFacts> tasks, String type) {
    return handing.ref().owner().equals(type)
        && !handing.isStatic()
        && tasks.stream().anyMatch(task -> task.ref().owner().equals(type) && !task.isStatic());
  }

  private static boolean self(Value value) {
    return value instanceof Value.Parameter parameter && parameter.index() == 0;
  }

  /** Whether several tasks are handed off at a place, to a pool that runs several at once. */
  private boolean crowd(HandOffSite site) {
    Op.Call call = site.call();
    boolean several =
        call.callee().descriptor().startsWith("(Ljava/util/Collection;")
            || site.in().blocks().get(returns.ops(site.in()).blockOf(call.id())).loop() >= 0
            || crowds.ofEach(site.in());
    boolean alone = site.executor().size().orElse(2) < 2;
    return several
        && !alone
        && switch (site.executor().kind()) {
          case FIXED, CORES, CACHED, WORK_STEALING, COMMON_POOL, VIRTUAL, POOLED_VIRTUAL -> true;
          case SINGLE, SCHEDULED, PARALLEL_STREAM, NEW_THREAD, EVENT_LOOP, UNKNOWN -> false;
        };
  }

  /** Whether elements of a parallel stream call what is in a field of the object that runs it. */
  private Optional<Crowds.Stream> elements(String type, Reach reach) {
    return crowds.streams().stream()
        .filter(stream -> stream.stages().stream().anyMatch(reach::has))
        .filter(
            stream ->
                ofItself(stream.in(), stream.stages(), type)
                    || asks(
                        stream.in(),
                        stream.stages(),
                        held -> linked.subtype(type, held) && !isObject(held)))
        .findFirst();
  }

  /** Threads that were seen to come here, apart from the callers. */
  void of(String type, Reach reach, Clues clues) {
    elements(type, reach)
        .ifPresent(
            stream -> {
              clues.crowds();
              clues.threads(
                  Clues.STRONG,
                  "elements of a parallel stream in "
                      + stream.in().ref().simpleOwner()
                      + " enter it side by side");
            });
    oneForTasks
        .served(type, reach)
        .ifPresent(
            in -> {
              clues.crowds();
              clues.threads(
                  Clues.STRONG,
                  "requests that the server of "
                      + in.ref().simpleOwner()
                      + " takes side by side enter it");
            });
    List<HandOffSite> sites =
        reach.handOffs().stream().filter(site -> bySomethingElse(site, reach)).toList();
    List<String> near = nearby(type);
    sites.stream()
        .filter(site -> asks(site, type::equals))
        .forEach(site -> near.add(site.in().ref().owner()));
    Optional<HandOffSite> common =
        sites.stream().filter(site -> crowd(site) && oneForTasks.of(site, type)).findFirst();
    common.ifPresent(site -> clues.crowds());
    Optional<HandOffSite> own =
        sites.stream()
            .filter(
                site ->
                    near.stream().anyMatch(one -> Classes.sameFile(site.in().ref().owner(), one)))
            .findFirst();
    if (own.isPresent()) {
      clues.threads(
          Clues.STRONG,
          "a thread that "
              + own.get().in().ref().simpleOwner()
              + " starts and its callers both enter it");
      boolean crowd =
          sites.stream()
              .anyMatch(
                  site ->
                      crowd(site)
                          && (ofItself(site.in(), site.tasks(), type)
                              || asks(
                                  site, held -> linked.subtype(type, held) && !isObject(held))));
      if (crowd) {
        clues.crowds();
      }
    } else if (common.isPresent()) {
      clues.threads(
          Clues.STRONG,
          "tasks that " + common.get().in().ref().simpleOwner() + " runs side by side enter it");
    } else if (sites.size() > 1) {
      clues.threads(Clues.STRONG, "tasks handed off at " + sites.size() + " places enter it");
    } else if (sites.size() == 1) {
      clues.threads(
          Clues.WEAK,
          "a task handed off in " + sites.get(0).in().ref().simpleOwner() + " enters it");
    }
  }
}
