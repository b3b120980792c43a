package dev.concur.rules.lock;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.InRounds;
import dev.concur.rule.LockRule;
import java.util.Optional;
import java.util.Set;

/** A lock that guards one number, or some that tasks side by side add to. */
public final class CounterUnderLock implements LockRule {

  // Load, add, store and return; see CounterUnderLock.md, "Threshold".
  private static final int COUNTING_INSTRUCTIONS = 10;

  // More numbers than these are a record of something; see CounterUnderLock.md, "Threshold".
  private static final int SUMS = 4;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Shared.contended(use) || !use.lock().oneForAll() || !few(use, program)) {
      return;
    }
    // A region that touches more makes the count part of a compound action.
    if (!use.regions().stream().allMatch(region -> touchesOnly(use.guards(), region))) {
      return;
    }
    Optional<Region> counting = use.hot().stream().filter(CounterUnderLock::counts).findFirst();
    counting.ifPresent(
        region ->
            facets
                .at(region.at())
                .saying(
                    "%s guards nothing but %s",
                    use.lock().words(), String.join(" and ", use.guards()))
                .because(use.regions().stream().map(Region::at).toList()));
  }

  /** One number, or some that tasks side by side add to in each round of a loop. */
  private static boolean few(LockUse use, Program program) {
    int numbers = use.guards().size();
    return numbers == 1 || (numbers > 1 && numbers <= SUMS && addedSideBySide(use, program));
  }

  private static boolean addedSideBySide(LockUse use, Program program) {
    return use.hot().stream()
        .filter(CounterUnderLock::counts)
        .anyMatch(region -> InRounds.passed(region, program));
  }

  private static boolean touchesOnly(Set<String> guards, Region region) {
    return guards.containsAll(region.reads())
        && guards.containsAll(region.writes())
        && region.happenings().isEmpty();
  }

  private static boolean counts(Region region) {
    return !region.writes().isEmpty()
        && region.onlyCounts()
        && region.writes().stream().noneMatch(field -> field.endsWith("[]"))
        && region.reads().equals(region.writes())
        && region.instructions() <= COUNTING_INSTRUCTIONS * region.writes().size();
  }
}
