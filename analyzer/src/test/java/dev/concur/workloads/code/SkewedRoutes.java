package dev.concur.workloads.code;

/** Routes of very different length. */
public final class SkewedRoutes {

  public static final int ROUTES = 40;

  public void all(double[] costs) {
    for (int route = 0; route < ROUTES; route++) {
      costs[route] = cost(route);
    }
  }

  public static double cost(int route) {
    int steps = route % 10 == 0 ? 400_000 : 20_000;
    double cost = route;
    for (int step = 1; step < steps; step++) {
      cost += Math.cos(step + cost);
    }
    return cost;
  }
}
