package dev.concur.rules.lock;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

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

  // Load, find the place in an array, add, store and return; see CounterUnderLock.md, "Threshold".
  private static final int COUNTING_INSTRUCTIONS = 14;

  // More numbers than these are a record of something; see CounterUnderLock.md, "Threshold".
  private static final int SUMS = 4;

  private static final String CONTENTS = "[]";

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
    if (!use.regions().stream().allMatch(region -> touchesOnly(use, region))) {
      return;
    }
    Optional<Region> counting = use.hot().stream().filter(CounterUnderLock::counts).findFirst();
    counting.ifPresent(
        region ->
            facets
                .at(region.at())
                .saying(
                    "%s guards nothing but %s%s",
                    use.lock().words(),
                    byKey(use) ? "counts by key in " : "",
                    use.guards().stream().map(CounterUnderLock::itself).collect(joining(" and ")))
                .because(use.regions().stream().map(Region::at).toList()));
  }

  /** One number, or some that tasks side by side add to in each round of a loop. */
  private static boolean few(LockUse use, Program program) {
    int numbers = use.guards().size();
    boolean one = numbers == 1 && !byKey(use);
    return one || (numbers >= 1 && numbers <= SUMS && addedSideBySide(use, program));
  }

  /** Whether what it guards are counts that a map holds by key. */
  private static boolean byKey(LockUse use) {
    return use.guards().stream().anyMatch(field -> field.endsWith(CONTENTS));
  }

  /** The field itself of one whose contents are meant. */
  private static String itself(String field) {
    return field.endsWith(CONTENTS)
        ? field.substring(0, field.length() - CONTENTS.length())
        : field;
  }

  private static boolean addedSideBySide(LockUse use, Program program) {
    return use.hot().stream()
        .filter(CounterUnderLock::counts)
        .anyMatch(region -> InRounds.passed(region, program));
  }

  private static boolean touchesOnly(LockUse use, Region region) {
    Set<String> guards = use.guards().stream().map(CounterUnderLock::itself).collect(toSet());
    boolean quiet =
        byKey(use)
            ? region.calm() && (region.writes().isEmpty() || region.onlyTallies())
            : region.happenings().isEmpty();
    return guards.containsAll(region.reads())
        && guards.containsAll(region.writes().stream().map(CounterUnderLock::itself).toList())
        && quiet;
  }

  private static boolean counts(Region region) {
    return !region.writes().isEmpty() && (countsNumbers(region) || countsByKey(region));
  }

  private static boolean countsNumbers(Region region) {
    return region.onlyCounts()
        && region.reads().equals(region.writes())
        && region.instructions() <= COUNTING_INSTRUCTIONS * region.writes().size();
  }

  private static boolean countsByKey(Region region) {
    return region.onlyTallies()
        && region.happenings().isEmpty()
        && !region.at().descriptor().startsWith("()");
  }
}
