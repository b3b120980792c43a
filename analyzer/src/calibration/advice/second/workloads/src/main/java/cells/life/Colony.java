package cells.life;

/** A torus of cells. */
public class Colony {
  private final Rule rule;
  private final int size;
  private boolean[][] cells;

  public Colony(int size, Rule rule) {
    this.size = size;
    this.rule = rule;
    cells = new boolean[size][size];
  }

  public void seed(int x, int y, boolean alive) {
    cells[y][x] = alive;
  }

  public void grow(int generations) {
    for (int g = 0; g < generations; g++) {
      boolean[][] next = new boolean[size][];
      for (int y = 0; y < size; y++) {
        next[y] = row(y);
      }
      replace(next);
    }
  }

  public boolean[] row(int y) {
    boolean[] above = cells[(y + size - 1) % size];
    boolean[] same = cells[y];
    boolean[] below = cells[(y + 1) % size];
    boolean[] result = new boolean[size];
    for (int x = 0; x < size; x++) {
      int left = x == 0 ? size - 1 : x - 1;
      int right = x == size - 1 ? 0 : x + 1;
      int n =
          count(above, left, x, right)
              + count(below, left, x, right)
              + (same[left] ? 1 : 0)
              + (same[right] ? 1 : 0);
      result[x] = rule.lives(same[x], n);
    }
    return result;
  }

  private static int count(boolean[] row, int a, int b, int c) {
    return (row[a] ? 1 : 0) + (row[b] ? 1 : 0) + (row[c] ? 1 : 0);
  }

  public void replace(boolean[][] next) {
    cells = next;
  }

  public int population() {
    int population = 0;
    for (boolean[] row : cells) for (boolean cell : row) if (cell) population++;
    return population;
  }
}
