package museum.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Computes the brightness of all images. */
public class GalleryIndex implements AutoCloseable {
  private static final int THREADS = 4;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final PackFile pack;

  public GalleryIndex(PackFile pack) {
    this.pack = pack;
  }

  public long index(List<Long> offsets) throws InterruptedException, ExecutionException {
    List<Future<Long>> values = new ArrayList<>();
    for (Long offset : offsets) {
      values.add(executor.submit(() -> brightness(offset)));
    }
    long sum = 0;
    for (Future<Long> value : values) {
      sum += value.get();
    }
    return sum;
  }

  public long brightness(long offset) throws IOException {
    return Brightness.of(pack.image(offset));
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
