package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Executor;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Executors of one thread through which the work of callers passes.
 *
 * <p>Chores that a program hands to such a thread for itself are what it is for. It is a funnel
 * when the task is the caller's: when its result is waited for or handed back, or when the caller
 * supplied it.
 */
final class OneThreads {

  /**
   * Shorter tasks that nobody waits for are what such a thread is for; see
   * GilSingleThreadExecutor.md, "Threshold".
   */
  private static final double TASK_NANOS = 1_000_000;

  private final Linked linked;
  private final Returns returns;
  private final Evidence evidence;
  private final Passages passages;
  private final Heaped heaped;

  OneThreads(Linked linked, Returns returns, Evidence evidence, Passages passages) {
    this.linked = linked;
    this.returns = returns;
    this.evidence = evidence;
    this.passages = passages;
    this.heaped = new Heaped(linked, returns);
  }

  List<Described> find() {
    Map<LockName, List<HandOffSite>> found = new LinkedHashMap<>();
    Map<LockName, Sharing> sharing = new LinkedHashMap<>();
    for (HandOffSite site : linked.handOffs()) {
      Optional<Value.FieldOf> field = single(site).flatMap(kind -> kept(site));
      if (field.isPresent()
          && site.starts().delay().isEmpty()
          && !wraps(site.in())
          && ofCallers(site)) {
        LockName name = new LockName.OneThread(field.get().field().qualified());
        found.computeIfAbsent(name, n -> new ArrayList<>()).add(site);
        sharing.computeIfAbsent(name, n -> shared(field.get(), site.in()));
      }
    }
    List<Described> all = new ArrayList<>();
    found.forEach(
        (name, sites) -> {
          Sharing shared = Objects.requireNonNull(sharing.get(name));
          List<Draft> drafts = sites.stream().map(this::draft).toList();
          all.add(new Described(name, heaped.orElse(shared, sites), drafts, Map.of()));
        });
    return all;
  }

  private static Optional<Executor.Kind> single(HandOffSite site) {
    Executor executor = site.executor();
    boolean one =
        executor.kind() == Executor.Kind.SINGLE
            || (executor.kind() == Executor.Kind.SCHEDULED
                && executor.size().isPresent()
                && executor.size().getAsInt() == 1);
    return one ? Optional.of(executor.kind()) : Optional.empty();
  }

  /** The field that holds the executor. */
  private Optional<Value.FieldOf> kept(HandOffSite site) {
    return site.call().arguments().stream()
        .map(argument -> returns.simplest(site.in(), argument))
        .filter(Value.FieldOf.class::isInstance)
        .map(Value.FieldOf.class::cast)
        .filter(
            field -> {
              FieldRef declared = linked.declared(field.field());
              return site.executor().identity().equals("field " + declared.qualified());
            })
        .findFirst();
  }

  /** Whether it is a method of an executor around another one. */
  private boolean wraps(MethodFacts in) {
    return linked.subtype(in.ref().owner(), "java.util.concurrent.Executor");
  }

  private boolean ofCallers(HandOffSite site) {
    return awaited(site) || carries(site);
  }

  /** Whether callers wait for the outcome, or may, since the task is theirs. */
  private boolean awaited(HandOffSite site) {
    boolean supplied =
        site.tasks().isEmpty()
            && site.call().arguments().stream().skip(1).anyMatch(Value.Parameter.class::isInstance);
    // A call that starts all tasks of a list returns when they are done.
    boolean forAll = !linked.effects(site.call()).waits().isEmpty();
    return supplied || forAll || waitedFor(site.in(), site.call());
  }

  /** Whether the task takes along what the caller was given or has worked out: it is for him. */
  private boolean carries(HandOffSite site) {
    return site.call().arguments().stream()
        .skip(1)
        .flatMap(task -> returns.ops(site.in()).inputs(task).stream())
        .flatMap(task -> carried(site.in(), task).stream())
        .anyMatch(value -> ofCall(site.in(), value));
  }

  private static List<Value> carried(MethodFacts in, Value task) {
    if (task instanceof Value.Lambda lambda) {
      boolean own = lambda.how() != Op.How.STATIC;
      return lambda.captured().stream().skip(own ? 1 : 0).toList();
    }
    return in.calls().stream()
        .filter(call -> call.callee().constructor() && call.arguments().get(0).equals(task))
        .flatMap(call -> call.arguments().stream().skip(1))
        .toList();
  }

  /** Whether a value belongs to one call, and not to the object. */
  private static boolean ofCall(MethodFacts in, Value value) {
    boolean self =
        value instanceof Value.Parameter parameter && parameter.index() == 0 && !in.isStatic();
    return !self && !(value instanceof Value.FieldOf || value instanceof Value.Constant);
  }

  private boolean waitedFor(MethodFacts in, Op.Call call) {
    Value result = new Value.Result(call.id(), call.callee());
    return in.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> takes(in, op, result));
  }

  private boolean takes(MethodFacts in, Op op, Value result) {
    if (op instanceof Op.Return back) {
      return back.value().filter(value -> is(in, value, result)).isPresent();
    }
    return op instanceof Op.Call join
        && join.receiver().filter(value -> is(in, value, result)).isPresent()
        && !linked.effects(join).joins().isEmpty();
  }

  private boolean is(MethodFacts in, Value value, Value result) {
    return value.equals(result) || returns.ops(in).inputs(value).contains(result);
  }

  private Draft draft(HandOffSite site) {
    MethodFacts in = site.in();
    Path path = passages.path(in, site.call());
    Happening.CallsOut stranger =
        new Happening.CallsOut(
            "java.lang.Runnable", List.of(in.spot(site.call().line(), "the caller's task")));
    Draft draft =
        passages.draft(
            in,
            site.call(),
            LockKind.SINGLE_THREAD_EXECUTOR,
            path,
            passages.tasks(site.tasks(), stranger));
    boolean lasts = draft.inside().cost().total().middle() >= TASK_NANOS;
    return lasts || awaited(site) ? draft : draft.inPassing();
  }

  private Sharing shared(Value.FieldOf field, MethodFacts in) {
    FieldRef declared = linked.declared(field.field());
    LockName holder =
        field.base().isEmpty() ? new LockName.StaticField(declared) : new LockName.Field(declared);
    return evidence.of(holder, List.of(), Reach.of(linked, List.of(in)));
  }
}
