package dev.concur.read;

import dev.concur.model.Path;
import java.util.List;

/**
 * Says of every block how often it is passed.
 *
 * <p>Heuristics in the manner of Ball and Larus, "Branch Prediction for Free" (1993): what ends in
 * a throw, in a handler or behind a debug guard is rare; what a guard allows only until its own
 * body has run happens once; what runs when a lookup found nothing and then stores is a miss.
 */
final class Paths {

  /**
   * Share of executions that take an error path. Ours: errors are rare, and their cost must not
   * decide.
   */
  private static final double ERROR = 0.01;

  /** Share of lookups that miss. Ours, for caches that deserve their name. */
  private static final double MISS = 0.1;

  /** Weight of a path that is taken once in the life of its object. */
  private static final double ONCE = 0.001;

  private final Flow flow;
  private final Branches branches;
  private final Guards guards;
  private final Path[] paths;
  private final double[] frequencies;

  Paths(Body body, Resets resets) {
    Tested tested = new Tested(body, resets);
    this.flow = body.flow();
    this.branches = new Branches(body, resets, tested);
    this.guards = new Guards(body, tested);
    this.paths = new Path[flow.size];
    this.frequencies = new double[flow.size];
    spread();
  }

  Path path(int block) {
    return paths[block] == null ? Path.ERROR : paths[block];
  }

  double frequency(int block) {
    return Math.min(1, frequencies[block]);
  }

  List<FieldRef> guards(int block) {
    return guards.of(block);
  }

  private void spread() {
    paths[0] = Path.HOT;
    frequencies[0] = 1;
    for (int block : flow.order) {
      if (paths[block] == null) {
        paths[block] = Path.ERROR;
      }
      leave(block);
      for (int handler : flow.handlers[block]) {
        arrive(handler, Path.ERROR, frequencies[block] * ERROR, block);
      }
    }
  }

  private void leave(int block) {
    int loop = flow.loopOf[block];
    double staying = 0;
    double leaving = 0;
    for (int to : flow.successors[block]) {
      if (inside(loop, to)) {
        staying += weight(block, to);
      } else {
        leaving += weight(block, to);
      }
    }
    for (int to : flow.successors[block]) {
      if (flow.closesLoop(block, to)) {
        continue;
      }
      double share = weight(block, to);
      if (inside(loop, to)) {
        arrive(to, branches.edge(block, to), frequencies[block] * share / staying, block);
      } else {
        // A loop is left as often as it is entered, by one of its exits.
        double once = frequencies[flow.loops.get(loop).header()];
        arrive(to, branches.edge(block, to), once * share / Math.max(leaving, exits(loop)), block);
      }
    }
  }

  private double exits(int loop) {
    double sum = 0;
    for (int block : flow.loops.get(loop).blocks().stream().toArray()) {
      for (int to : flow.successors[block]) {
        if (!inside(loop, to)) {
          sum += weight(block, to);
        }
      }
    }
    return sum;
  }

  private boolean inside(int loop, int block) {
    return loop < 0 || flow.loops.get(loop).blocks().get(block);
  }

  private void arrive(int block, Path by, double frequency, int from) {
    Path here = paths[from].and(by);
    if (paths[block] == null || here.compareTo(paths[block]) < 0) {
      paths[block] = here;
    }
    frequencies[block] += frequency;
  }

  private double weight(int from, int to) {
    return switch (branches.edge(from, to)) {
      case HOT, COLD -> 1;
      case MISS -> MISS;
      case ONCE -> ONCE;
      case ERROR -> ERROR;
    };
  }
}
