package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Executor;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Threads of the program's own that take jobs out of a collection and run them, one after the
 * other.
 *
 * <p>It is a funnel when there is one thread for each object, when what comes out of the collection
 * is itself run, and when callers put it in. Threads that handle data (records to write, references
 * to clean) are not: that work is the program's own.
 */
final class Workers {

  /** Calls from the task of the thread to the loop, and from the loop to the job. */
  private static final int DEPTH = 6;

  private static final Pattern TAKE =
      Pattern.compile("take|poll|pollFirst|pollLast|remove|removeFirst|removeLast|pop|get|next");

  private static final Pattern PUT =
      Pattern.compile("put|add|addFirst|addLast|offer|offerFirst|offerLast|push|addElement");

  private final Linked linked;
  private final Returns returns;
  private final Evidence evidence;
  private final Passages passages;

  Workers(Linked linked, Returns returns, Evidence evidence, Passages passages) {
    this.linked = linked;
    this.returns = returns;
    this.evidence = evidence;
    this.passages = passages;
  }

  /** A job that the thread runs, and the collection it came from. */
  private record Job(MethodFacts in, Op.Call run, FieldRef queue) {}

  List<Described> find() {
    Map<LockName, Described> found = new LinkedHashMap<>();
    for (HandOffSite site : linked.handOffs()) {
      if (site.executor().kind() == Executor.Kind.NEW_THREAD && startedOnce(site)) {
        for (MethodFacts task : site.tasks()) {
          jobs(task).stream()
              .findFirst()
              .ifPresent(job -> describe(site, job).ifPresent(d -> found.putIfAbsent(d.name(), d)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Not one of several that a loop starts, and not one for each request. */
  private boolean startedOnce(HandOffSite site) {
    Block block = passages.block(site.in(), site.call());
    Path path = passages.path(site.in(), site.call());
    return block.loop() < 0 && path != Path.HOT && path != Path.MISS;
  }

  /** The jobs run in the loops of a thread. */
  private List<Job> jobs(MethodFacts task) {
    List<Job> found = new ArrayList<>();
    Map<MethodRef, MethodFacts> level = new LinkedHashMap<>(Map.of(task.ref(), task));
    Map<MethodRef, MethodFacts> seen = new LinkedHashMap<>(level);
    for (int depth = 0; depth < DEPTH && !level.isEmpty(); depth++) {
      Map<MethodRef, MethodFacts> next = new LinkedHashMap<>();
      for (MethodFacts method : level.values()) {
        for (Op.Call call : method.calls()) {
          job(method, call).ifPresent(found::add);
          for (MethodFacts body : linked.targets(method, call).bodies()) {
            if (Classes.sameFile(body.ref().owner(), task.ref().owner())
                && seen.putIfAbsent(body.ref(), body) == null) {
              next.put(body.ref(), body);
            }
          }
        }
      }
      level = next;
    }
    return found;
  }

  /** Whether a call runs what was taken out of a collection. */
  private Optional<Job> job(MethodFacts in, Op.Call call) {
    boolean runs = call.how() == Op.How.VIRTUAL || call.how() == Op.How.INTERFACE;
    if (!runs || linked.facts().inJdk(call.callee().owner()) && !runnable(call)) {
      return Optional.empty();
    }
    if (passages.block(in, call).loop() < 0 && !inLoopOfCaller(in)) {
      return Optional.empty();
    }
    return linked.origins(in, call.arguments().get(0)).stream()
        .filter(origin -> origin.value() instanceof Value.Result)
        .flatMap(
            origin ->
                linked.call(origin.in(), ((Value.Result) origin.value()).op()).stream()
                    .flatMap(take -> collection(origin.in(), take).stream()))
        .findFirst()
        .map(queue -> new Job(in, call, queue))
        .filter(job -> command(call));
  }

  private boolean runnable(Op.Call call) {
    return Set.of("java.lang.Runnable", "java.util.concurrent.Callable")
        .contains(call.callee().owner());
  }

  /** Whether others implement what is called: a job has many shapes, data has one. */
  private boolean command(Op.Call call) {
    if (runnable(call)) {
      return true;
    }
    Optional<ClassFacts> type = linked.type(call.callee().owner());
    return type.filter(ClassFacts::isAbstract).isPresent();
  }

  private boolean inLoopOfCaller(MethodFacts in) {
    return linked.callers(in.ref()).stream()
        .anyMatch(site -> passages.block(site.in(), site.call()).loop() >= 0);
  }

  /** The collection in a field that a call takes something out of. */
  private Optional<FieldRef> collection(MethodFacts in, Op.Call take) {
    if (take.callee().owner().equals("java.util.Iterator") && take.receiver().isPresent()) {
      return take.receiver().get() instanceof Value.Result iterator
          ? linked.call(in, iterator.op()).flatMap(call -> held(in, call))
          : Optional.empty();
    }
    boolean takes =
        take.how() != Op.How.STATIC
            && TAKE.matcher(take.callee().name()).matches()
            && linked.subtype(take.callee().owner(), "java.util.Collection")
            && linked.facts().inJdk(take.callee().owner());
    return takes ? held(in, take) : Optional.empty();
  }

  /** The field with the collection that a method is called on. */
  private Optional<FieldRef> held(MethodFacts in, Op.Call call) {
    if (call.receiver().isEmpty()) {
      return Optional.empty();
    }
    Value value = returns.simplest(in, call.arguments().get(0));
    return returns.ops(in).inputs(value).stream()
        .filter(Value.FieldOf.class::isInstance)
        .map(field -> linked.declared(((Value.FieldOf) field).field()))
        .findFirst();
  }

  private Optional<Described> describe(HandOffSite site, Job job) {
    List<Draft> drafts = new ArrayList<>();
    Inside.Found inside = passages.during(job.in, job.run);
    for (MethodFacts method : linked.roots()) {
      for (Op.Call call : method.calls()) {
        if (puts(method, call, job.queue)) {
          drafts.add(
              passages.draft(
                  method, call, LockKind.EVENT_LOOP, passages.path(method, call), inside));
        }
      }
    }
    if (drafts.isEmpty()) {
      return Optional.empty();
    }
    drafts.add(passages.draft(job.in, job.run, LockKind.EVENT_LOOP, Path.COLD, inside));
    LockName name = new LockName.Worker(job.queue.owner(), job.in.ref().name());
    Reach reach = Reach.of(linked, drafts.stream().map(Draft::in).toList());
    Sharing sharing = evidence.of(new LockName.Field(job.queue), List.of(), reach);
    return Optional.of(new Described(name, sharing, drafts, Map.of()));
  }

  private boolean puts(MethodFacts in, Op.Call call, FieldRef queue) {
    return call.how() != Op.How.STATIC
        && call.parameters() > 0
        && PUT.matcher(call.callee().name()).matches()
        && !in.ref().constructor()
        && held(in, call).filter(queue::equals).isPresent()
        && returns.simplest(in, call.parameter(0)) instanceof Value.Parameter;
  }
}
