package plant.meters;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The way to the concentrator; its connection serves one question at a time, so a thread owns it.
 */
public class MeterGateway implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          r -> {
            Thread thread = new Thread(r, "meters");
            thread.setDaemon(true);
            return thread;
          });
  private final MeterConnection connection;

  public MeterGateway(MeterConnection connection) {
    this.connection = connection;
  }

  public Future<Reading> read(String meter) {
    return executor.submit(() -> connection.read(meter));
  }

  @Override
  public void close() throws IOException {
    executor.shutdown();
    connection.close();
  }
}
