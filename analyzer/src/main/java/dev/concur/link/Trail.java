package dev.concur.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a search and the searches inside it have been. A search inside another one sees what the
 * outer ones have met; what it met itself is forgotten when it ends.
 *
 * <p>It also notes whether an inner search came out as it would anywhere else: it met nothing of
 * those around it and was not cut short. Then its answers can be used again.
 */
final class Trail {

  /** A search that looked at less is as quickly done again as looked up; ours. */
  private static final int WORTH = 3;

  /** An inner search under way: what was so when it began. */
  record Mark(
      Inner around, int visited, int budget, int base, int farthest, int lowest, boolean cut) {}

  /** A search, by its depth; what it met is forgotten at once when it is over. */
  static final class Inner {
    private final int depth;
    private boolean over;

    Inner(int depth) {
      this.depth = depth;
    }
  }

  private final int steps;
  private final boolean whole;

  /** What each value was met by last; it counts as long as that search is under way. */
  private final Map<Origin, Inner> seen = new HashMap<>();

  private Inner now = new Inner(0);

  /** The values met by searches under way in their order, then those that only inner ones met. */
  private final List<Origin> visited = new ArrayList<>();

  private int budget;
  private int farthest;
  private int lowest = Integer.MAX_VALUE;
  private boolean cut;

  /**
   * A trail of so many steps in one direction and so many values in all.
   *
   * @param whole whether what is found counts only when all is found within the budget
   */
  Trail(int steps, int budget, boolean whole) {
    this.steps = steps;
    this.budget = budget;
    this.whole = whole;
  }

  /** Notes a value; false when it was met before, here or around here. */
  boolean visit(Origin key) {
    Inner by = seen.get(key);
    if (by == null || by.over) {
      seen.put(key, now);
      visited.add(key);
      return true;
    }
    lowest = Math.min(lowest, by.depth);
    return false;
  }

  /** Takes one from the budget; false when there is none left. */
  boolean pay() {
    if (--budget < 0) {
      cut = true;
      return false;
    }
    return true;
  }

  /** Whether nothing is left of the budget: whatever is looked at now is an answer itself. */
  boolean spent() {
    return budget <= 0;
  }

  /** Whether the search came to nothing because its budget ran out. */
  boolean vain() {
    return whole && budget < 0;
  }

  /** What an inner search from these values comes to when nothing is left: the first of them. */
  Collection<Origin> unmet(List<Origin> values, int most) {
    Set<Origin> found = new LinkedHashSet<>();
    for (Origin value : values) {
      if (found.size() < most && !met(value)) {
        found.add(value);
      }
    }
    cut |= !values.isEmpty();
    return found;
  }

  private boolean met(Origin value) {
    Inner by = seen.get(value);
    return by != null && !by.over;
  }

  /** Whether a search may go on from here. */
  boolean mayGo(int step) {
    farthest = Math.max(farthest, step);
    cut |= step > steps;
    return step <= steps;
  }

  /** Whether a search that begins here would come to the same. */
  boolean repeats(Returned before, int step) {
    if (budget < before.paid() || step + before.steps() > steps) {
      return false;
    }
    for (Origin key : before.visited()) {
      if (met(key)) {
        return false;
      }
    }
    return true;
  }

  /** Notes what such a search would have noted. */
  void repeat(Returned before, int step) {
    budget -= before.paid();
    farthest = Math.max(farthest, step + before.steps());
    if (now.depth > 0) {
      visited.addAll(before.visited());
    }
  }

  /** An inner search begins. */
  Mark enter(int step) {
    Mark mark = new Mark(now, visited.size(), budget, step, farthest, lowest, cut);
    now = new Inner(now.depth + 1);
    farthest = step;
    lowest = Integer.MAX_VALUE;
    cut = false;
    return mark;
  }

  /** It ends; answers what can be used again. */
  Optional<Returned> leave(Mark mark, Collection<Origin> answers) {
    List<Origin> own = visited.subList(mark.visited(), visited.size());
    boolean anywhere = own.size() >= WORTH && !cut && lowest >= now.depth;
    Optional<Returned> result =
        anywhere
            ? Optional.of(
                new Returned(
                    List.copyOf(answers),
                    List.copyOf(own),
                    mark.budget() - budget,
                    farthest - mark.base()))
            : Optional.empty();
    now.over = true;
    now = mark.around();
    if (now.depth == 0) {
      own.clear();
    }
    farthest = Math.max(farthest, mark.farthest());
    lowest = Math.min(lowest, mark.lowest());
    cut |= mark.cut();
    return result;
  }
}
