package com.kittiwake.freight.planning;

import org.ejml.simple.SimpleMatrix;

/** A Kalman filter over distance and speed. */
public class EtaFilter {
  private SimpleMatrix state = new SimpleMatrix(new double[][] {{0}, {14}});
  private SimpleMatrix covariance = SimpleMatrix.identity(2);
  private final SimpleMatrix step = new SimpleMatrix(new double[][] {{1, 0.1}, {0, 1}});
  private final SimpleMatrix observe = new SimpleMatrix(new double[][] {{1, 0}});

  public double update(double miles) {
    state = step.mult(state);
    covariance =
        step.mult(covariance).mult(step.transpose()).plus(SimpleMatrix.identity(2).scale(0.01));
    SimpleMatrix innovation = observe.mult(covariance).mult(observe.transpose());
    SimpleMatrix gain = covariance.mult(observe.transpose()).scale(1 / (innovation.get(0) + 0.5));
    double error = miles - observe.mult(state).get(0);
    state = state.plus(gain.scale(error));
    covariance = SimpleMatrix.identity(2).minus(gain.mult(observe)).mult(covariance);
    return state.get(1);
  }

  public double smooth(double[] miles) {
    double speed = 0;
    for (double m : miles) {
      speed = update(m);
    }
    return speed;
  }

  /** Fuel by speed, a polynomial through noon reports. */
  public static double[] fuelCurve(double[] knots, double[] tonnes, int degree) {
    SimpleMatrix a = new SimpleMatrix(knots.length, degree + 1);
    SimpleMatrix b = new SimpleMatrix(knots.length, 1);
    for (int i = 0; i < knots.length; i++) {
      for (int j = 0; j <= degree; j++) {
        a.set(i, j, Math.pow(knots[i] / 10, j));
      }
      b.set(i, 0, tonnes[i]);
    }
    SimpleMatrix x = a.solve(b);
    double[] out = new double[degree + 1];
    for (int j = 0; j <= degree; j++) {
      out[j] = x.get(j);
    }
    return out;
  }
}
