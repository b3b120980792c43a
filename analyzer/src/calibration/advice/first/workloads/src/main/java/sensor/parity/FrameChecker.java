package sensor.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks the frames of a sensor bus. */
public final class FrameChecker implements AutoCloseable {
  private final ExecutorService pool =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /** Returns the number of frames with odd parity. */
  public int odd(List<int[]> frames) throws InterruptedException, ExecutionException {
    List<Future<Integer>> parities = new ArrayList<>(frames.size());
    for (int[] frame : frames) {
      parities.add(pool.submit(() -> parity(frame)));
    }
    int odd = 0;
    for (Future<Integer> parity : parities) {
      odd += parity.get();
    }
    return odd;
  }

  public static int parity(int[] frame) {
    int bits = 0;
    for (int word : frame) {
      bits ^= word;
    }
    return Integer.bitCount(bits) & 1;
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
