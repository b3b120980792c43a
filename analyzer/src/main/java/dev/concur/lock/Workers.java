package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.link.Targets;
import dev.concur.model.Executor;
import dev.concur.model.LockKind;
import dev.concur.model.Scope;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A thread of one's own that runs the jobs of callers one after the other.
 *
 * <p>Shown by four signs: the thread is started once, not in a loop, by its object or by another;
 * what it runs calls, over and over, a contract that callers implement; callers hand objects of
 * that contract in by a public method of the object; and they can wait for the outcome, by the
 * contract or where they hand in. Threads that deliver events or write records lack the last two.
 */
final class Workers {

  /** Calls from the body of the thread to the call of the job. */
  private static final int DEPTH = 4;

  /** Calls in its file from the method that takes a job to the wait for its outcome. */
  private static final int HANDING = 2;

  private final Linked linked;
  private final Passages passages;

  Workers(Linked linked, Passages passages) {
    this.linked = linked;
    this.passages = passages;
  }

  List<Described> find() {
    Map<LockName, List<Draft>> found = new LinkedHashMap<>();
    for (HandOffSite site : linked.handOffs()) {
      if (once(site)) {
        for (String owner : owners(site)) {
          List<Draft> jobs = jobs(site, owner);
          if (!jobs.isEmpty()) {
            found.putIfAbsent(new LockName.OneThread(owner), jobs);
          }
        }
      }
    }
    List<Described> all = new ArrayList<>();
    found.forEach((name, drafts) -> all.add(described(name, drafts)));
    return all;
  }

  private static Described described(LockName name, List<Draft> drafts) {
    List<String> because = List.of("callers hand their jobs to its one thread and wait for them");
    return new Described(name, new Sharing(Scope.SHARED_INSTANCE, because), drafts, Map.of());
  }

  /** The classes whose thread it may be: of what starts it, and of what the thread runs. */
  private static Set<String> owners(HandOffSite site) {
    Set<String> found = new LinkedHashSet<>();
    found.add(Classes.outermost(site.in().ref().owner()));
    site.tasks().forEach(task -> found.add(Classes.outermost(task.ref().owner())));
    return found;
  }

  /** Whether this starts a thread, or gives an executor of one all that it ever does. */
  private boolean once(HandOffSite site) {
    Executor.Kind kind = site.executor().kind();
    return (kind == Executor.Kind.NEW_THREAD || kind == Executor.Kind.SINGLE)
        && passages.block(site.in(), site.call()).loop() < 0;
  }

  /** The calls of jobs that a thread makes, over and over. */
  private List<Draft> jobs(HandOffSite site, String owner) {
    List<Draft> found = new ArrayList<>();
    Set<MethodFacts> seen = new LinkedHashSet<>();
    for (MethodFacts task : site.tasks()) {
      collect(task, owner, false, DEPTH, seen, found);
    }
    return found;
  }

  private void collect(
      MethodFacts in,
      String owner,
      boolean repeated,
      int depth,
      Set<MethodFacts> seen,
      List<Draft> found) {
    if (depth < 0 || !Classes.sameFile(in.ref().owner(), owner) || !seen.add(in)) {
      return;
    }
    for (Op.Call call : in.calls()) {
      Block block = passages.block(in, call);
      boolean again = repeated || block.loop() >= 0;
      if (again && job(call, owner)) {
        found.add(
            passages.draft(
                in,
                call,
                LockKind.SINGLE_THREAD_EXECUTOR,
                block.path(),
                passages.stranger(in, call)));
      } else {
        for (MethodFacts body : linked.targets(in, call).bodies()) {
          collect(body, owner, again, depth - 1, seen, found);
        }
      }
    }
  }

  /** Whether a call runs what callers implement, handed in, and can wait for. */
  private boolean job(Op.Call call, String owner) {
    String contract = call.callee().owner();
    return call.how() != Op.How.STATIC
        && linked.type(contract).filter(type -> type.isAbstract() && type.isPublic()).isPresent()
        && !handingIn(contract, owner).isEmpty()
        && (waitedFor(contract) || handingIn(contract, owner).stream().anyMatch(this::waits));
  }

  /** The public methods of an object that take jobs. */
  private List<MethodFacts> handingIn(String contract, String owner) {
    String descriptor = "L" + contract.replace('.', '/') + ";";
    return linked.type(owner).stream()
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.isPublic() && !method.ref().constructor())
        .filter(method -> parameters(method).contains(descriptor))
        .toList();
  }

  private static String parameters(MethodFacts method) {
    String descriptor = method.ref().descriptor();
    return descriptor.substring(0, descriptor.indexOf(')'));
  }

  private boolean waitedFor(String contract) {
    return linked.type(contract).stream()
        .map(ClassFacts::methods)
        .flatMap(List::stream)
        .filter(MethodFacts::isPublic)
        .anyMatch(this::waits);
  }

  private boolean waits(MethodFacts method) {
    return waits(method, HANDING);
  }

  private boolean waits(MethodFacts method, int depth) {
    return method.calls().stream()
        .anyMatch(
            call -> {
              Targets targets = linked.targets(method, call);
              return waits(call, targets.effects())
                  || (depth > 0
                      && targets.bodies().stream()
                          .filter(
                              body -> Classes.sameFile(body.ref().owner(), method.ref().owner()))
                          .anyMatch(body -> waits(body, depth - 1)));
            });
  }

  /** Whether a call waits for a signal or another thread, or takes an answer out of a queue. */
  private boolean waits(Op.Call call, Effects effects) {
    boolean taken =
        call.callee().name().equals("take")
            && linked.subtype(call.callee().owner(), "java.util.concurrent.BlockingQueue");
    return taken || effects.has(Effect.Awaits.class) || !effects.joins().isEmpty();
  }
}
