package dev.concur.samples.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for the rest of the world, on this machine: prices, stock and limits, each after a
 * while.
 */
public final class SlowServices implements AutoCloseable {

  private static final int CALLERS = 32;

  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private final HttpServer server;
  private final long millis;

  private SlowServices(HttpServer server, long millis) {
    this.server = server;
    this.millis = millis;
  }

  /** Starts all services on a free port; each answer takes so long. */
  public static SlowServices start(long millis) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CALLERS);
    SlowServices services = new SlowServices(server, millis);
    server.createContext("/price/", services::answer);
    server.createContext("/stock/", services::answer);
    server.createContext("/limit/", services::answer);
    server.setExecutor(services.threads);
    server.start();
    return services;
  }

  /** Where they are. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    pause();
    int number = Math.floorMod(exchange.getRequestURI().getPath().hashCode(), 10_000);
    byte[] body = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private void pause() { // label: io sleep
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
