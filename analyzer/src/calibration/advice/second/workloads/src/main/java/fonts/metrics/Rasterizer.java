package fonts.metrics;

/** Counts the covered points of an outline on a fine grid. */
public final class Rasterizer {
  private final int grid;

  public Rasterizer(int grid) {
    this.grid = grid;
  }

  public long area(String glyph) {
    int h = glyph.hashCode();
    double a = 0.3 + (h & 7) / 20.0;
    double b = 0.3 + (h >> 3 & 7) / 20.0;
    long inside = 0;
    for (int y = 0; y < grid; y++) {
      for (int x = 0; x < grid; x++) {
        double u = 2.0 * x / grid - 1;
        double v = 2.0 * y / grid - 1;
        if (u * u / (a * a) + v * v / (b * b) < 1) {
          inside++;
        }
      }
    }
    return inside;
  }
}
