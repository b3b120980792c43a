package dev.concur.lock;

import dev.concur.model.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Regions that take away what others under the same lock put there only when it is missing, or when
 * something is set up. Nothing can be removed more often than it was added, so that they are as
 * rare.
 */
final class Removals {

  /** What brings something, registers it, or makes it for who asks. */
  private static final Pattern ADDS =
      Pattern.compile(
          "(get|find|lookup|create|make|add|put|register|define|intern|resolve)[A-Z]\\w*|add|put|register|intern");

  private static final Pattern REMOVES =
      Pattern.compile("(remove|delete|drop|evict|discard|invalidate|forget)([A-Z]\\w*)?");

  private Removals() {}

  /** The regions of one lock, with such removals among them as rare as what they undo. */
  static List<Draft> asRareAsAdding(List<Draft> drafts) {
    Set<String> added = writes(drafts, Removals::adds);
    if (added.isEmpty()) {
      return drafts;
    }
    Set<String> daily = writes(drafts, draft -> draft.path() == Path.HOT && !removes(draft));
    return drafts.stream()
        .map(draft -> undoes(draft, added, daily) ? draft.on(Path.MISS) : draft)
        .toList();
  }

  private static Set<String> writes(List<Draft> drafts, Predicate<Draft> which) {
    Set<String> found = new HashSet<>();
    drafts.stream().filter(which).forEach(draft -> found.addAll(draft.fields().writes()));
    return found;
  }

  /** Whether something is added when it is missing, or when it is set up. */
  private static boolean adds(Draft draft) {
    return draft.path() == Path.MISS
        || draft.path() == Path.ONCE
        || (draft.path() == Path.COLD && ADDS.matcher(draft.in().ref().name()).matches());
  }

  private static boolean undoes(Draft draft, Set<String> added, Set<String> daily) {
    Set<String> changed = draft.fields().writes();
    return removes(draft)
        && !changed.isEmpty()
        && added.containsAll(changed)
        && changed.stream().noneMatch(daily::contains);
  }

  private static boolean removes(Draft draft) {
    return REMOVES.matcher(draft.in().ref().name()).matches();
  }
}
