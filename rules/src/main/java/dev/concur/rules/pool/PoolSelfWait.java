package dev.concur.rules.pool;

import dev.concur.model.Confidence;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A task that waits for another task of the pool it runs on. */
public final class PoolSelfWait implements HandOffRule {

  // Further away than this the chain is no longer believed; see PoolSelfWait.md, "Threshold".
  private static final int FAR = 5;

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean safety() {
    return true;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (!bounded(handOff.executor())) {
      return;
    }
    Set<MethodRef> seen = new HashSet<>();
    Deque<Reached> todo = new ArrayDeque<>();
    handOff.tasks().forEach(task -> todo.add(new Reached(task, List.of())));
    while (!todo.isEmpty()) {
      Reached next = todo.poll();
      if (!seen.add(next.method()) || next.chain().size() > FAR) {
        continue;
      }
      Optional<Program.Call> join = waitsForOwn(handOff, next.method(), program);
      if (join.isPresent()) {
        accuse(handOff, next.then(join.get().at()), facets);
        return;
      }
      program.calls(next.method()).stream()
          .filter(call -> call.path() != Path.ERROR)
          .forEach(
              call ->
                  call.label()
                      .ifPresent(
                          label -> todo.add(new Reached(label.method(), next.then(call.at())))));
    }
  }

  /** A method that a task reaches, and the calls that lead there. */
  private record Reached(MethodRef method, List<Spot> chain) {
    List<Spot> then(Spot at) {
      return Stream.concat(chain.stream(), Stream.of(at)).toList();
    }
  }

  /** Only a pool of limited size can be full of tasks that wait for it. */
  private static boolean bounded(Executor executor) {
    return switch (executor.kind()) {
      case FIXED, CORES, SINGLE -> true;
      default -> false;
    };
  }

  /**
   * A wait without a limit in a method that hands over to this pool before, and to no other: then
   * what it waits for is of this pool.
   */
  private static Optional<Program.Call> waitsForOwn(
      HandOff outer, MethodRef method, Program program) {
    List<HandOff> given =
        program.handOffs().stream().filter(h -> h.at().methodRef().equals(method)).toList();
    if (given.isEmpty() || !given.stream().allMatch(inner -> samePool(outer, inner))) {
      return Optional.empty();
    }
    int first = given.stream().mapToInt(inner -> inner.at().line()).min().orElse(0);
    return program.calls(method).stream()
        .filter(call -> call.joins() && call.at().line() >= first)
        .filter(call -> !call.callee().descriptor().contains("Ljava/util/concurrent/TimeUnit;"))
        .findFirst();
  }

  /** The same field, or at least made at the same place. */
  private static boolean samePool(HandOff one, HandOff other) {
    Executor pool = one.executor();
    boolean named = !pool.identity().isEmpty();
    return named
        ? pool.identity().equals(other.executor().identity())
        : pool.created().equals(other.executor().created());
  }

  /**
   * Whether one caller has one of its threads at most, since he waits for each task before he gives
   * the next: then it takes as many callers as there are threads.
   */
  private static boolean oneAtATime(HandOff outer) {
    Executor pool = outer.executor();
    boolean several = pool.kind() == Executor.Kind.CORES || pool.size().orElse(1) > 1;
    return outer.joined() && several && pool.kind() != Executor.Kind.SINGLE;
  }

  private static void accuse(HandOff outer, List<Spot> chain, Facets facets) {
    if (oneAtATime(outer)) {
      facets
          .at(outer.at())
          .saying(
              "a task of %s waits for another task of the same pool: should as many callers as it"
                  + " has threads come here at once, none is left to end it",
              Pools.words(outer.executor()))
          .severity(Severity.NOTE)
          .confidence(Confidence.LOW)
          .because(Stream.concat(Stream.of(outer.at()), chain.stream()).toList());
      return;
    }
    facets
        .at(outer.at())
        .saying(
            "a task of %s waits for another task of the same pool: when all its threads wait so,"
                + " none is left to end it",
            Pools.words(outer.executor()))
        .because(Stream.concat(Stream.of(outer.at()), chain.stream()).toList());
  }
}
