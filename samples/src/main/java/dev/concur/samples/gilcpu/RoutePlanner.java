package dev.concur.samples.gilcpu;

/**
 * Tours of the vans. Wrong: the planner is shared for its two scratch arrays, and the lock around
 * them makes every dispatcher wait for every other's tour.
 *
 * <p>Best: change the lock. With scratch arrays of its own each call needs none.
 */
public final class RoutePlanner {

  private static final int MOST_STOPS = 2_000;
  private static final boolean[] VISITED = new boolean[MOST_STOPS];
  private static final int[] TOUR = new int[MOST_STOPS];

  private RoutePlanner() {}

  /** Visits the nearest stop next, until all are visited. */
  // expect: gil-cpu, gil-static-lock [lock-change]
  public static synchronized int[] tour(double[] x, double[] y) {
    int stops = Math.min(x.length, MOST_STOPS);
    java.util.Arrays.fill(VISITED, false);
    int here = 0;
    for (int step = 0; step < stops; step++) {
      TOUR[step] = here;
      VISITED[here] = true;
      here = nearest(here, x, y, stops);
    }
    return java.util.Arrays.copyOf(TOUR, stops);
  }

  private static int nearest(int here, double[] x, double[] y, int stops) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int stop = 0; stop < stops; stop++) {
      double distance = Math.hypot(x[stop] - x[here], y[stop] - y[here]);
      if (!VISITED[stop] && distance < least) {
        least = distance;
        best = stop;
      }
    }
    return best;
  }
}
