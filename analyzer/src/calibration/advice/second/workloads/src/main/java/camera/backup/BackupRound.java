package camera.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Saves the pictures of all cameras once. */
public class BackupRound implements AutoCloseable {
  private final SnapshotStore store;
  private final ExecutorService savers = Executors.newFixedThreadPool(8);

  public BackupRound(SnapshotStore store) {
    this.store = store;
  }

  public long run(Map<String, byte[]> pictures) {
    return runOn(savers, pictures);
  }

  private long runOn(Executor executor, Map<String, byte[]> pictures) {
    List<CompletableFuture<Integer>> saves = new ArrayList<>();
    pictures.forEach(
        (camera, picture) ->
            saves.add(CompletableFuture.supplyAsync(() -> save(camera, picture), executor)));
    long bytes = 0;
    for (CompletableFuture<Integer> save : saves) {
      bytes += save.join();
    }
    return bytes;
  }

  public int save(String camera, byte[] picture) {
    try {
      return store.save(camera, picture);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    savers.shutdown();
  }
}
