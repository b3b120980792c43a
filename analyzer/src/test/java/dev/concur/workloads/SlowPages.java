package dev.concur.workloads;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of pages on the loopback device that thinks so many milliseconds about each. */
final class SlowPages {

  private static final int READERS = 200;

  private static volatile URI uri = URI.create("http://localhost/");

  private SlowPages() {}

  static synchronized URI start(int millis) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    ExecutorService readers =
        Executors.newFixedThreadPool(
            READERS,
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(readers);
    server.createContext(
        "/",
        exchange -> {
          try {
            Thread.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    return uri;
  }

  /** Where it is, once it was started. */
  static URI uri() {
    return uri;
  }
}
