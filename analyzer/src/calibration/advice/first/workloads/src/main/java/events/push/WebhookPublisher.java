package events.push;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Delivers events to the subscribers in the background. */
public final class WebhookPublisher implements AutoCloseable {
  private final int port;
  private final ExecutorService courier = Executors.newSingleThreadExecutor();

  public WebhookPublisher(int port) {
    this.port = port;
  }

  public Future<Boolean> publish(String event) {
    return courier.submit(() -> deliver(event));
  }

  /** Publishes the events, whose order does not matter, and returns how many arrived. */
  public int publishAll(List<String> events) throws InterruptedException, ExecutionException {
    List<Future<Boolean>> deliveries = new ArrayList<>(events.size());
    for (String event : events) {
      deliveries.add(publish(event));
    }
    int arrived = 0;
    for (Future<Boolean> delivery : deliveries) {
      arrived += delivery.get() ? 1 : 0;
    }
    return arrived;
  }

  public boolean deliver(String event) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write((event + "\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return in.readLine() != null;
    }
  }

  @Override
  public void close() {
    courier.shutdown();
  }
}
