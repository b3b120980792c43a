package dev.concur.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  record Mark(int visited, int budget, int base, int farthest, int lowest, boolean cut) {}

  private final int steps;
  private final Map<Origin, Integer> seen = new HashMap<>();

  /** The keys of {@link #seen} in their order, then those that only inner searches have met. */
  private final List<Origin> visited = new ArrayList<>();

  private int budget;
  private int depth;
  private int farthest;
  private int lowest = Integer.MAX_VALUE;
  private boolean cut;

  Trail(int steps, int budget) {
    this.steps = steps;
    this.budget = budget;
  }

  /** Notes a value; false when it was met before, here or around here. */
  boolean visit(Origin key) {
    Integer at = seen.putIfAbsent(key, depth);
    if (at == null) {
      visited.add(key);
      return true;
    }
    lowest = Math.min(lowest, at);
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
      if (seen.containsKey(key)) {
        return false;
      }
    }
    return true;
  }

  /** Notes what such a search would have noted. */
  void repeat(Returned before, int step) {
    budget -= before.paid();
    farthest = Math.max(farthest, step + before.steps());
    if (depth > 0) {
      visited.addAll(before.visited());
    }
  }

  /** An inner search begins. */
  Mark enter(int step) {
    Mark mark = new Mark(visited.size(), budget, step, farthest, lowest, cut);
    depth++;
    farthest = step;
    lowest = Integer.MAX_VALUE;
    cut = false;
    return mark;
  }

  /** It ends; answers what can be used again. */
  Optional<Returned> leave(Mark mark, Collection<Origin> answers) {
    List<Origin> own = visited.subList(mark.visited(), visited.size());
    boolean anywhere = own.size() >= WORTH && !cut && lowest >= depth;
    Optional<Returned> result =
        anywhere
            ? Optional.of(
                new Returned(
                    List.copyOf(answers),
                    List.copyOf(own),
                    mark.budget() - budget,
                    farthest - mark.base()))
            : Optional.empty();
    for (Origin key : own) {
      seen.remove(key, depth);
    }
    depth--;
    if (depth == 0) {
      own.clear();
    }
    farthest = Math.max(farthest, mark.farthest());
    lowest = Math.min(lowest, mark.lowest());
    cut |= mark.cut();
    return result;
  }
}
