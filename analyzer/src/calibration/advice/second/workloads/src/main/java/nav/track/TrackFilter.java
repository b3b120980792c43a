package nav.track;

import java.util.List;

/** Smooths the track of a ship: every estimate starts from the one before. */
public final class TrackFilter {
  private final double noise;
  private KalmanState state = KalmanState.initial();

  public TrackFilter(double noise) {
    this.noise = noise;
  }

  /** Returns the sum of the estimated positions. */
  public double smooth(List<Fix> fixes) {
    double sum = 0;
    for (Fix fix : fixes) {
      state = advance(state, fix);
      sum += state.x[0] + state.x[1];
    }
    return sum;
  }

  public double next(Fix fix) {
    state = advance(state, fix);
    return state.x[0] + state.x[1];
  }

  private KalmanState advance(KalmanState last, Fix fix) {
    int n = KalmanState.N;
    double[][] f = new double[n][n];
    for (int i = 0; i < n; i++) {
      f[i][i] = 1;
      if (i + 2 < n) f[i][i + 2] = 1;
    }
    KalmanState now = new KalmanState();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        now.x[i] += f[i][j] * last.x[j];
        double s = i == j ? noise : 0;
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            s += f[i][k] * last.p[k][l] * f[j][l];
          }
        }
        now.p[i][j] = s;
      }
    }
    double[] seen = {fix.east(), fix.north()};
    for (int m = 0; m < 2; m++) {
      double innovation = seen[m] - now.x[m];
      double gain = 1 / (now.p[m][m] + fix.accuracy());
      double[] column = new double[n];
      for (int i = 0; i < n; i++) column[i] = now.p[i][m] * gain;
      double[] row = now.p[m].clone();
      for (int i = 0; i < n; i++) {
        now.x[i] += column[i] * innovation;
        for (int j = 0; j < n; j++) {
          now.p[i][j] -= column[i] * row[j];
        }
      }
    }
    return now;
  }
}
