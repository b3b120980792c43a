package vendor.solver;

/** A solver with one workspace for the process; not reentrant. */
public final class NativeSolver {
  private static final int MAX = 128;
  private static final double[] WORKSPACE = new double[MAX * (MAX + 1)];
  private static int size;

  private NativeSolver() {}

  public static void load(int order, double[] rows, double stiffness) {
    size = order;
    System.arraycopy(rows, 0, WORKSPACE, 0, order * (order + 1));
    for (int row = 0; row < order; row++) {
      WORKSPACE[row * (order + 1) + row] *= stiffness;
    }
  }

  public static void eliminate() {
    int width = size + 1;
    for (int pivot = 0; pivot < size; pivot++) {
      double diagonal = WORKSPACE[pivot * width + pivot];
      for (int row = 0; row < size; row++) {
        if (row == pivot) {
          continue;
        }
        double ratio = WORKSPACE[row * width + pivot] / diagonal;
        for (int column = pivot; column < width; column++) {
          WORKSPACE[row * width + column] -= ratio * WORKSPACE[pivot * width + column];
        }
      }
    }
  }

  public static double[] solution() {
    int width = size + 1;
    double[] result = new double[size];
    for (int row = 0; row < size; row++) {
      result[row] = WORKSPACE[row * width + size] / WORKSPACE[row * width + row];
    }
    return result;
  }
}
