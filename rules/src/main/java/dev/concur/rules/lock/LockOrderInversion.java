package dev.concur.rules.lock;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two locks that are taken in both orders: two threads can each hold one and wait for the other.
 */
public final class LockOrderInversion implements LockRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean safety() {
    return true;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!one(use)) {
      return;
    }
    String self = use.lock().id();
    // Each pair once: seen from the lock whose name comes first.
    use.order().keySet().stream()
        .filter(other -> self.compareTo(other) < 0)
        .forEach(
            other ->
                find(program, other)
                    .filter(LockOrderInversion::one)
                    .filter(second -> second.order().containsKey(self))
                    .filter(second -> sameObjects(use, second))
                    .ifPresent(second -> accuse(use, second, facets)));
  }

  /** Names of locks of many instances are equal though the locks are not: those prove nothing. */
  private static boolean one(LockUse use) {
    return use.lock().oneForAll() && use.shared();
  }

  /**
   * Whether both orders are about the same two objects: locks of the process, or two of one object.
   * Two shared instances of different classes may be other instances each time, as wrappers around
   * wrappers are.
   */
  private static boolean sameObjects(LockUse first, LockUse second) {
    boolean global = first.lock().scope() == Scope.GLOBAL && second.lock().scope() == Scope.GLOBAL;
    return global
        || first.lock().declared().className().equals(second.lock().declared().className());
  }

  private static Optional<LockUse> find(Program program, String id) {
    return program.locks().stream().filter(use -> use.lock().id().equals(id)).findFirst();
  }

  private static void accuse(LockUse first, LockUse second, Facets facets) {
    List<Spot> there = first.order().getOrDefault(second.lock().id(), List.of());
    List<Spot> back = second.order().getOrDefault(first.lock().id(), List.of());
    List<Spot> evidence = new ArrayList<>(there);
    evidence.addAll(back);
    Spot at = there.isEmpty() ? first.lock().declared() : there.get(there.size() - 1);
    facets
        .at(at)
        .about("order " + first.lock().id() + " " + second.lock().id())
        .saying(
            "%s is taken while %s is held, and elsewhere the other way round: two threads can wait for"
                + " each other for ever",
            second.lock().identity(), first.lock().identity())
        .accusing(second.lock().id())
        .because(evidence);
  }
}
