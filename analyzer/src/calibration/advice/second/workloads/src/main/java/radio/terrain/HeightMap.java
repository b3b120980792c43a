package radio.terrain;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Heights of the ground, corrected now and then by new surveys. */
public class HeightMap {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final float[][] heights;
  private long queries;

  public HeightMap(float[][] heights) {
    this.heights = heights;
  }

  /** The loss in decibels along the straight line between two masts. */
  public double loss(Link link) {
    lock.writeLock().lock();
    try {
      queries++;
      int steps = 8_000;
      double loss = 0;
      double top = heights[link.y1()][link.x1()] + 20;
      for (int i = 1; i < steps; i++) {
        double t = (double) i / steps;
        int x = (int) (link.x1() + t * (link.x2() - link.x1()));
        int y = (int) (link.y1() + t * (link.y2() - link.y1()));
        double over = heights[y][x] - top;
        loss += over > 0 ? Math.sqrt(over) : 0.001;
      }
      return loss;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void survey(int x, int y, float height) {
    lock.writeLock().lock();
    try {
      heights[y][x] = height;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public long queries() {
    lock.readLock().lock();
    try {
      return queries;
    } finally {
      lock.readLock().unlock();
    }
  }
}
