package grid.field;

/** One time step of a field simulation on a large grid. */
public final class FieldUpdater {
  public static final int ROW = 65_536;

  private final double[] field;
  private final double[] flow;
  private final double[] next;
  private final double damping;

  public FieldUpdater(int rows, double damping) {
    this.field = new double[rows * ROW];
    this.flow = new double[rows * ROW];
    this.next = new double[rows * ROW];
    this.damping = damping;
    for (int i = 0; i < field.length; i++) {
      field[i] = i % 1_000;
      flow[i] = i % 77;
    }
  }

  public int rows() {
    return field.length / ROW;
  }

  /** Computes the next field from the field and the flow, row by row. */
  public void step() {
    for (int row = 0; row < rows(); row++) {
      update(row);
    }
  }

  public void update(int row) {
    int end = (row + 1) * ROW;
    for (int i = row * ROW; i < end; i++) {
      next[i] = field[i] + damping * flow[i];
    }
  }

  public double sample(int index) {
    return next[index];
  }
}
