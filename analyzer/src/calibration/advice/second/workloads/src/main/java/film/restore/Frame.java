package film.restore;

import java.io.Serializable;

/** Grey values, row by row. */
public class Frame implements Serializable {
  public final int width;
  public final int height;
  public final byte[] grey;

  public Frame(int width, int height, byte[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  int at(int x, int y) {
    int cx = x < 0 ? 0 : x >= width ? width - 1 : x;
    int cy = y < 0 ? 0 : y >= height ? height - 1 : y;
    return grey[cy * width + cx] & 0xFF;
  }
}
