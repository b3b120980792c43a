package dev.concur.rules.lock;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One lock for states that have nothing to do with each other. */
public final class DisjointStateLock implements LockRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Shared.contended(use) || !use.lock().oneForAll() || use.hot().isEmpty()) {
      return;
    }
    // A region that touches no field we can see may touch anything.
    if (use.regions().stream().anyMatch(region -> fields(region).isEmpty())) {
      return;
    }
    List<Set<String>> groups = groups(use);
    if (groups.size() < 2 || groups.stream().anyMatch(group -> regionsOf(use, group) < 2)) {
      return;
    }
    facets
        .at(use.regions().get(0).at())
        .saying(
            "%s guards %d states that no block touches together: %s",
            use.lock().words(), groups.size(), groups)
        .because(use.regions().stream().map(Region::at).toList());
  }

  /** Fields that are connected by a region which touches both. */
  private static List<Set<String>> groups(LockUse use) {
    List<Set<String>> groups = new ArrayList<>();
    for (Region region : use.regions()) {
      Set<String> joined = new TreeSet<>(states(use, region));
      if (joined.isEmpty()) {
        continue; // it only looks at what never changes
      }
      List<Set<String>> apart = new ArrayList<>();
      for (Set<String> group : groups) {
        if (group.stream().anyMatch(joined::contains)) {
          joined.addAll(group);
        } else {
          apart.add(group);
        }
      }
      apart.add(joined);
      groups = apart;
    }
    return groups;
  }

  private static long regionsOf(LockUse use, Set<String> group) {
    return use.regions().stream()
        .map(region -> states(use, region))
        .filter(states -> !states.isEmpty() && group.containsAll(states))
        .count();
  }

  /** What it touches of that which is changed under the lock; what nobody changes ties nothing. */
  private static Set<String> states(LockUse use, Region region) {
    Set<String> changed =
        use.regions().stream()
            .flatMap(each -> each.writes().stream())
            .map(DisjointStateLock::itself)
            .collect(Collectors.toSet());
    Set<String> states = new TreeSet<>();
    fields(region).stream()
        .map(DisjointStateLock::itself)
        .filter(changed::contains)
        .forEach(states::add);
    return states;
  }

  /** The field itself of one whose contents are meant. */
  private static String itself(String field) {
    return field.endsWith("[]") ? field.substring(0, field.length() - 2) : field;
  }

  private static Set<String> fields(Region region) {
    Set<String> fields = new TreeSet<>(region.reads());
    fields.addAll(region.writes());
    return fields;
  }
}
