package dev.concur;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.model.HandOff;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Runner;
import dev.concur.model.Target;
import dev.concur.read.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program that rules ask, put together from what the rooms found. */
final class AnalyzedProgram implements Program {

  private final Linked linked;
  private final Costs costs;
  private final Target target;
  private final List<LockUse> locks;
  private final Labelled methods;
  private final List<HandOff> handOffs;
  private final List<Loop> loops;

  /** What was asked last: one rule after the other asks for the same method. */
  private volatile @Nullable Remarked last;

  private record Remarked(MethodRef method, List<Remark> remarks) {}

  AnalyzedProgram(Linked linked, Costs costs, List<LockUse> locks, Target target) {
    this.linked = linked;
    this.costs = costs;
    this.target = target;
    this.locks = List.copyOf(locks);
    this.methods =
        new Labelled(
            linked.roots().stream()
                .filter(method -> !method.isAbstract() && !method.isSynthetic())
                .toList(),
            costs);
    this.handOffs = costs.handOffs();
    this.loops = costs.loops();
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public List<Label> methods() {
    return methods;
  }

  /** Labels for a report, of methods of such classes. */
  List<Label> methodsIn(Predicate<String> classes) {
    return methods.of(classes).settled();
  }

  @Override
  public Optional<Label> label(MethodRef method) {
    return costs.label(method);
  }

  @Override
  public boolean changesState(MethodRef method) {
    return costs.changesState(method);
  }

  @Override
  public OptionalInt permits(MethodRef method) {
    return costs.permits(method);
  }

  @Override
  public List<LockUse> locks() {
    return locks;
  }

  @Override
  public List<HandOff> handOffs() {
    return handOffs;
  }

  @Override
  public List<Loop> loops() {
    return loops;
  }

  @Override
  public List<Entry> entries() {
    return linked.entries();
  }

  @Override
  public boolean promises(MethodRef method) {
    return linked.catalogue().returnsPromise(method, linked.facts()::supertypes);
  }

  @Override
  public Set<Runner> runners(MethodRef method) {
    return costs.runners(method);
  }

  @Override
  public List<Call> calls(MethodRef method) {
    return linked.body(method).map(costs::calls).orElse(List.of());
  }

  @Override
  public List<MethodRef> perElement(MethodRef method) {
    return linked.body(method).map(costs::perElement).orElse(List.of());
  }

  @Override
  public List<Remark> remarks(MethodRef method) {
    Remarked known = last;
    if (known == null || !known.method().equals(method)) {
      known = new Remarked(method, linked.body(method).map(costs::remarks).orElse(List.of()));
      last = known;
    }
    return known.remarks();
  }

  @Override
  public List<String> annotations(MethodRef method) {
    return Stream.concat(
            linked.body(method).stream().flatMap(found -> found.annotations().stream()),
            linked.type(method.owner()).stream().flatMap(type -> type.annotations().stream()))
        .map(Annotation::simpleType)
        .toList();
  }
}
