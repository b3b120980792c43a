package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.model.Scope;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Threads that take in connections and serve them as well, so that clients wait for each other.
 *
 * <p>Shown by what one thread does over and over: it accepts a connection, or finds out which of
 * many can be accepted and read, and in the same rounds it talks to a client until that has sent
 * what it wants, or runs what users of the library supply. Who hands a connection on to another
 * thread only accepts.
 */
final class Acceptors {

  /** Calls from the body of the thread to what serves. */
  private static final int DEPTH = 5;

  private static final String SELECTED = "java.nio.channels.SelectionKey";

  private final Linked linked;
  private final Passages passages;

  Acceptors(Linked linked, Passages passages) {
    this.linked = linked;
    this.passages = passages;
  }

  List<Described> find() {
    List<Described> all = new ArrayList<>();
    for (MethodFacts method : linked.roots()) {
      if (body(method) && alone(method)) {
        Round round = new Round();
        round.collect(method, false, true, DEPTH);
        if (round.serves()) {
          all.add(described(Classes.outermost(method.ref().owner()), round.drafts));
        }
      }
    }
    return all;
  }

  /** Whether it is what a thread does. */
  private boolean body(MethodFacts method) {
    return method.ref().name().equals("run")
        && method.ref().descriptor().equals("()V")
        && !method.loops().isEmpty()
        && linked.subtype(method.ref().owner(), "java.lang.Runnable");
  }

  /** Whether no loop makes or starts it, in which case there would be several. */
  private boolean alone(MethodFacts method) {
    boolean startedOnce =
        linked.handOffs(List.of(method)).stream()
            .allMatch(site -> passages.block(site.in(), site.call()).loop() < 0);
    return startedOnce
        && linked.type(method.ref().owner()).stream()
            .flatMap(type -> type.methods().stream())
            .filter(made -> made.ref().constructor())
            .flatMap(constructor -> linked.callers(constructor).stream())
            .allMatch(site -> passages.block(site.in(), site.call()).loop() < 0);
  }

  private static Described described(String owner, List<Draft> drafts) {
    List<String> because = List.of("one thread takes in all connections and serves them too");
    return new Described(
        new LockName.OneThread(owner),
        new Sharing(Scope.SHARED_INSTANCE, because),
        drafts,
        Map.of());
  }

  /** What one thread does in its rounds, in classes of its own component. */
  private final class Round {
    final List<Draft> drafts = new ArrayList<>();
    final Set<MethodFacts> seen = new HashSet<>();
    boolean accepts;
    boolean selects;
    boolean handsOn;

    boolean serves() {
      return (accepts || selects) && !handsOn && !drafts.isEmpty();
    }

    /**
     * @param sure whether no other method may run in place of this one
     */
    void collect(MethodFacts in, boolean repeated, boolean sure, int depth) {
      if (depth < 0 || !seen.add(in)) {
        return;
      }
      for (Op.Call call : in.calls()) {
        Block block = passages.block(in, call);
        boolean again = repeated || block.loop() >= 0;
        if (!again || block.path() != Path.HOT) {
          continue;
        }
        accepts |= accepts(call);
        handsOn |= sure && handsOn(in, call);
        selects |= selectsBoth(in, call);
        List<MethodFacts> own = own(in, call);
        if (selects && own.isEmpty() && users(in, call)) {
          boolean unseen = linked.targets(in, call).bodies().isEmpty();
          add(in, call, unseen ? passages.stranger(in, call) : passages.during(in, call));
        } else if (accepts && !accepts(call) && talksToClient(in, call)) {
          add(in, call, passages.during(in, call));
        } else {
          own.forEach(body -> collect(body, true, sure && own.size() == 1, depth - 1));
        }
      }
    }

    /** What a call runs in the same component. */
    private List<MethodFacts> own(MethodFacts in, Op.Call call) {
      return linked.targets(in, call).bodies().stream()
          .filter(body -> component(body.ref().owner(), in.ref().owner()))
          .toList();
    }

    private void add(MethodFacts in, Op.Call call, Inside.Found inside) {
      drafts.add(passages.draft(in, call, LockKind.EVENT_LOOP, passages.path(in, call), inside));
    }
  }

  /** Whether two classes, or those around them, are one component. */
  private boolean component(String one, String other) {
    return Classes.together(linked, one, other)
        || Classes.together(linked, Classes.outermost(one), Classes.outermost(other));
  }

  private boolean accepts(Op.Call call) {
    return linked
        .catalogue()
        .receivedBy(call.callee(), linked.facts()::supertypes)
        .filter("client"::equals)
        .isPresent();
  }

  /** Whether the round asks of a key whether it can be accepted; keys to read come by there too. */
  private static boolean selectsBoth(MethodFacts in, Op.Call call) {
    return call.callee().owner().equals(SELECTED)
        && call.callee().name().equals("isAcceptable")
        && in.calls().stream().anyMatch(other -> other.callee().name().equals("isReadable"));
  }

  /** Whether a call gives work to another thread, by whatever executor. */
  private boolean handsOn(MethodFacts in, Op.Call call) {
    boolean task =
        !component(call.callee().owner(), in.ref().owner())
            && call.arguments().stream().skip(1).anyMatch(this::task);
    return task || !linked.effects(call).starts().isEmpty();
  }

  private boolean task(Value given) {
    return given instanceof Value.New made && linked.subtype(made.type(), "java.lang.Runnable");
  }

  /** Whether a call runs what users of the library supply. */
  private boolean users(MethodFacts in, Op.Call call) {
    boolean theirs = linked.targets(in, call).callback() || linked.open(in, call);
    return theirs && call.how() == Op.How.INTERFACE && Strangers.work(call.callee());
  }

  /** Whether a call waits until a client has sent what it wants. */
  private boolean talksToClient(MethodFacts in, Op.Call call) {
    return !call.callee().constructor()
        && !linked.targets(in, call).bodies().isEmpty()
        && passages.during(in, call).happenings().stream()
            .filter(Happening.Waits.class::isInstance)
            .map(Happening.Waits.class::cast)
            .anyMatch(Arrivals::arrival);
  }
}
