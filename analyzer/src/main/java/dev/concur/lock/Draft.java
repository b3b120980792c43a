package dev.concur.lock;

import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.model.Region.Side;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import java.util.Optional;

/**
 * A region before its share of the work is known.
 *
 * @param in its method
 * @param at where the lock is taken
 * @param path how often it is passed in the daily work of the program
 * @param blocking whether others wait there until the lock is free
 * @param inside what one pass costs and does
 * @param times passes per execution of the method
 * @param wholeBody whether it covers nearly the whole method
 * @param instructions inside, callees excluded
 * @param looseEnds instructions at both ends that touch only locals
 * @param fields read and written inside
 * @param condition what decides that it is this lock and not another; empty when it is always this
 *     one
 * @param missing what a pass does in which something was not found, where most passes find it
 */
record Draft(
    MethodFacts in,
    Spot at,
    LockKind kind,
    Side side,
    Path path,
    boolean blocking,
    Inside.Found inside,
    double times,
    boolean wholeBody,
    int instructions,
    int looseEnds,
    Touched.Fields fields,
    String condition,
    Optional<Inside.Found> missing) {

  /** Time held per execution of the method, ns. */
  double heldNanos() {
    return inside.effort().nanos() * times;
  }

  /** The same, keeping nobody waiting: who passes leaves something to be done, and goes on. */
  Draft inPassing() {
    return with(path, false);
  }

  /** The same, passed less often than it seemed. */
  Draft on(Path rarer) {
    return with(path.and(rarer), blocking);
  }

  private Draft with(Path path, boolean blocking) {
    return new Draft(
        in,
        at,
        kind,
        side,
        path,
        blocking,
        inside,
        times,
        wholeBody,
        instructions,
        looseEnds,
        fields,
        condition,
        missing);
  }

  /** The passes in which something was not found, by themselves. */
  Optional<Draft> onMiss() {
    return missing.map(
        found ->
            new Draft(
                in,
                at,
                kind,
                side,
                Path.MISS,
                blocking,
                found,
                times,
                wholeBody,
                instructions,
                looseEnds,
                fields,
                condition,
                Optional.empty()));
  }

  /** What one pass surely takes. */
  Effort effort() {
    return inside.effort();
  }

  /** Whether it keeps others out in the daily work. */
  boolean counts() {
    return path == Path.HOT && side != Side.READ;
  }

  /** How long it is free in a pass while its owner waits for an answer, ns. */
  double freeNanos() {
    return inside.happenings().stream()
        .filter(Happening.WaitsReleased.class::isInstance)
        .mapToDouble(each -> ((Happening.WaitsReleased) each).nanos().middle())
        .max()
        .orElse(0);
  }

  /** Whether something worth naming of this sort happens inside. */
  boolean has(Class<? extends Happening> sort) {
    return inside.happenings().stream().anyMatch(sort::isInstance);
  }
}
