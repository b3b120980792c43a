package tariff.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Computes fees; the engine lives on a thread of its own. */
public class TariffService implements AutoCloseable {
  private final ExecutorService engineThread = Executors.newSingleThreadExecutor();
  private final TariffEngine engine;

  public TariffService(Program program) {
    this.engine = new TariffEngine(program);
  }

  public CompletableFuture<Long> fee(long units, long class_) {
    return CompletableFuture.supplyAsync(() -> engine.run(units, class_), engineThread);
  }

  @Override
  public void close() {
    engineThread.shutdown();
  }
}
