package dev.concur.samples.gilcpu;

/** Right: scratch arrays that nobody else can see. */
public final class ConfinedRoutePlanner {

  private ConfinedRoutePlanner() {}

  /** Visits the nearest stop next, until all are visited. */
  public static int[] tour(double[] x, double[] y) { // label: cpu maths
    boolean[] visited = new boolean[x.length];
    int[] tour = new int[x.length];
    int here = 0;
    for (int step = 0; step < x.length; step++) {
      tour[step] = here;
      visited[here] = true;
      here = nearest(here, x, y, visited);
    }
    return tour;
  }

  private static int nearest(int here, double[] x, double[] y, boolean[] visited) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int stop = 0; stop < x.length; stop++) {
      double distance = Math.hypot(x[stop] - x[here], y[stop] - y[here]);
      if (!visited[stop] && distance < least) {
        least = distance;
        best = stop;
      }
    }
    return best;
  }
}
