package dev.concur.read.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.LabelNode;

/** What surrounds a statement: where a jump may go, and what has to be cleaned up on its way. */
final class Exits {

  /** One thing around it. */
  sealed interface Around permits Target, Cleanup {}

  /**
   * A loop, switch or labelled statement.
   *
   * @param name its label, or empty
   * @param breaks where break goes
   * @param continues where continue goes; null when it is no loop
   * @param anonymous whether a break without a label leaves it
   */
  record Target(String name, LabelNode breaks, @Nullable LabelNode continues, boolean anonymous)
      implements Around {}

  /** A finally block or a monitor to give back; gaps are where it runs inline. */
  record Cleanup(Runnable code, List<LabelNode[]> gaps) implements Around {}

  private final MethodMaker maker;
  private final Deque<Around> around = new ArrayDeque<>();

  Exits(MethodMaker maker) {
    this.maker = maker;
  }

  void enter(Around one) {
    around.push(one);
  }

  void leave() {
    around.pop();
  }

  Optional<Target> target(Predicate<Target> wanted) {
    return around.stream()
        .filter(each -> each instanceof Target target && wanted.test(target))
        .map(each -> (Target) each)
        .findFirst();
  }

  /** Whether anything has to be cleaned up when the method is left here. */
  boolean cleans() {
    return around.stream().anyMatch(Cleanup.class::isInstance);
  }

  /** Leaves everything up to a target, or the method when it is null, then jumps. */
  void leaveTo(@Nullable Target target, Runnable jump) {
    List<Around> left = new ArrayList<>();
    List<LabelNode[]> gaps = new ArrayList<>();
    while (!around.isEmpty() && around.peek() != target) {
      Around one = around.pop();
      left.add(one);
      if (one instanceof Cleanup cleanup) {
        LabelNode[] gap = {maker.here(), new LabelNode()};
        cleanup.gaps().add(gap);
        gaps.add(gap);
        cleanup.code().run();
      }
    }
    jump.run();
    gaps.forEach(gap -> maker.emit(gap[1]));
    for (int i = left.size() - 1; i >= 0; i--) {
      around.push(left.get(i));
    }
  }
}
