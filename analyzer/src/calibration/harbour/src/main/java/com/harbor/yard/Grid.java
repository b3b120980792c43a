package com.harbor.yard;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/** The yard from above. */
public class Grid {

  private final int width;
  private final int height;
  private final BitSet blocked;

  public Grid(int width, int height, BitSet blocked) {
    this.width = width;
    this.height = height;
    this.blocked = blocked;
  }

  public boolean isFree(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && !blocked.get(y * width + x);
  }

  /** How many steps a straddle carrier needs, or -1. */
  public int steps(int fromX, int fromY, int toX, int toY) {
    int[] distance = new int[width * height];
    Arrays.fill(distance, -1);
    Deque<Integer> open = new ArrayDeque<>();
    open.add(fromY * width + fromX);
    distance[fromY * width + fromX] = 0;
    int[] dx = {1, -1, 0, 0};
    int[] dy = {0, 0, 1, -1};
    while (!open.isEmpty()) {
      int at = open.remove();
      int x = at % width;
      int y = at / width;
      if (x == toX && y == toY) {
        return distance[at];
      }
      for (int k = 0; k < 4; k++) {
        int nx = x + dx[k];
        int ny = y + dy[k];
        if (isFree(nx, ny) && distance[ny * width + nx] < 0) {
          distance[ny * width + nx] = distance[at] + 1;
          open.add(ny * width + nx);
        }
      }
    }
    return -1;
  }
}
