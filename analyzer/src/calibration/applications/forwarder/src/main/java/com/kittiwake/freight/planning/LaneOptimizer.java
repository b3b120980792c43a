package com.kittiwake.freight.planning;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Spreads a volume over carriers at the least cost. */
public class LaneOptimizer {
  public double[] allocate(double[] cost, double[] capacity, double volume) {
    List<LinearConstraint> constraints = new ArrayList<>();
    double[] ones = new double[cost.length];
    for (int i = 0; i < cost.length; i++) {
      double[] unit = new double[cost.length];
      unit[i] = 1;
      ones[i] = 1;
      constraints.add(new LinearConstraint(unit, Relationship.LEQ, capacity[i]));
    }
    constraints.add(new LinearConstraint(ones, Relationship.EQ, volume));
    PointValuePair best =
        new SimplexSolver()
            .optimize(
                new LinearObjectiveFunction(cost, 0),
                new LinearConstraintSet(constraints),
                GoalType.MINIMIZE,
                new NonNegativeConstraint(true));
    return best.getPoint();
  }

  public double cost(double[] cost, double[] share) {
    double sum = 0;
    for (int i = 0; i < cost.length; i++) {
      sum += cost[i] * share[i];
    }
    return sum;
  }
}
