package dev.concur.lock;

import dev.concur.catalogue.Dispatcher;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Objects that many tasks have in common by what they take along: each closes over the one that was
 * there before the loop which hands them over, and so does the handler that a server runs for each
 * request. What such an object keeps in its fields they have in common as well.
 */
final class OneForTasks {

  /** Calls below a task that are followed. */
  private static final int DEPTH = 3;

  private final Linked linked;
  private final Returns returns;
  private final Crowds crowds;
  private @Nullable List<Server> servers;

  OneForTasks(Linked linked, Returns returns, Crowds crowds) {
    this.linked = linked;
    this.returns = returns;
    this.crowds = crowds;
  }

  /** Whether all tasks handed over at a place come to the same object of a class. */
  boolean of(HandOffSite site, String type) {
    return site.call().arguments().stream()
        .flatMap(task -> returns.ops(site.in()).inputs(task).stream())
        .anyMatch(task -> comes(site.in(), task, site.tasks(), type));
  }

  /**
   * A server of the JDK whose requests, many at once, come to the same object of a class: the
   * method that sets it up.
   */
  Optional<MethodFacts> served(String type, Reach reach) {
    return servers().stream()
        .filter(server -> server.serves(reach))
        .filter(server -> comes(server, type))
        .map(Server::in)
        .findFirst();
  }

  /**
   * A call that gives a server its handler.
   *
   * @param bodies what runs for a request
   */
  private record Server(MethodFacts in, Value handler, List<MethodFacts> bodies) {
    boolean serves(Reach reach) {
      return bodies.stream().anyMatch(reach::has);
    }
  }

  private boolean comes(Server server, String type) {
    return returns.ops(server.in).inputs(server.handler).stream()
        .anyMatch(value -> comes(server.in, value, server.bodies, type));
  }

  /** Looked for once: every lock asks for them, and they may be anywhere. */
  private List<Server> servers() {
    if (servers == null) {
      servers =
          linked.roots().stream()
              .flatMap(in -> in.calls().stream().flatMap(call -> server(in, call).stream()))
              .toList();
    }
    return servers;
  }

  private Optional<Server> server(MethodFacts in, Op.Call call) {
    return linked
        .catalogue()
        .dispatcherOf(call.callee(), linked.facts()::supertypes)
        .filter(one -> linked.given(in, call, one.unless()))
        .map(Dispatcher::handler)
        .map(
            handler ->
                new Server(
                    in,
                    call.parameter(handler.argument()),
                    linked.tasks(in, call, handler, List.of())));
  }

  /**
   * Whether what runs for each comes to the same object of a class.
   *
   * @param bodies what runs, where the task is an object
   */
  private boolean comes(MethodFacts in, Value task, List<MethodFacts> bodies, String type) {
    Predicate<String> held =
        other -> linked.subtype(type, other) && !other.equals("java.lang.Object");
    if (task instanceof Value.Lambda lambda) {
      return linked
          .body(lambda.body())
          .filter(body -> comes(body, common(in, lambda), held, DEPTH))
          .isPresent();
    }
    return task instanceof Value.New made
        && outlives(in, made)
        && bodies.stream()
            .filter(body -> body.ref().owner().equals(made.type()))
            .anyMatch(body -> comes(body, Set.of(0), held, DEPTH));
  }

  /** Which parameters of its body a function always begins with the same objects in. */
  private Set<Integer> common(MethodFacts in, Value.Lambda task) {
    Set<Integer> common = new HashSet<>();
    for (int i = 0; i < task.captured().size(); i++) {
      if (outlives(in, task.captured().get(i))) {
        common.add(i);
      }
    }
    return common;
  }

  /** Whether a value is the same in all rounds of all loops of a method. */
  private boolean outlives(MethodFacts in, Value value) {
    if (value instanceof Value.Parameter given) {
      boolean element = given.index() == in.parameterNames().size() - 1 && crowds.ofEach(in);
      return !element;
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty() || outlives(in, field.base().get());
    }
    OptionalInt made =
        value instanceof Value.New object
            ? OptionalInt.of(object.site())
            : value instanceof Value.Result result
                ? OptionalInt.of(result.op())
                : OptionalInt.empty();
    return made.isPresent()
        && in.blocks().stream().anyMatch(each -> each.loop() < 0 && each.holds(made.getAsInt()));
  }

  /** Whether a body asks an object of a class that it has from what is common. */
  private boolean comes(MethodFacts body, Set<Integer> common, Predicate<String> held, int depth) {
    for (Op.Call call : body.calls()) {
      Optional<String> called = call.receiver().flatMap(value -> type(value, common));
      if (called.isPresent()
          && (held.test(called.get())
              || (depth > 0
                  && linked.targets(body, call).bodies().stream()
                      .anyMatch(next -> comes(next, Set.of(0), held, depth - 1))))) {
        return true;
      }
    }
    return false;
  }

  /** The class of something common: of what was taken along, or of a field of that. */
  private static Optional<String> type(Value value, Set<Integer> common) {
    if (value instanceof Value.Parameter given) {
      return common.contains(given.index())
          ? Optional.of(Classes.named(given.type()))
          : Optional.empty();
    }
    return value instanceof Value.FieldOf field
            && field.base().flatMap(base -> type(base, common)).isPresent()
        ? Optional.of(Classes.named(field.field().descriptor()))
        : Optional.empty();
  }
}
