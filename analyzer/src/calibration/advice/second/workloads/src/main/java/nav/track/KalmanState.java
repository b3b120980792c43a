package nav.track;

import java.io.Serializable;

/** Estimate and covariance after a fix. */
final class KalmanState implements Serializable {
  static final int N = 6;
  final double[] x = new double[N];
  final double[][] p = new double[N][N];

  static KalmanState initial() {
    KalmanState s = new KalmanState();
    for (int i = 0; i < N; i++) {
      s.p[i][i] = 100;
    }
    return s;
  }
}
