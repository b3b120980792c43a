package dev.concur.samples.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concur.samples.gilio.PriceCache;
import dev.concur.samples.gilio.StripedPriceCache;
import dev.concur.samples.gilstaticlock.SnapshotTariffBook;
import dev.concur.samples.gilstaticlock.TariffBook;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The desk as the shops see it: a small web server whose threads all need the same caches. */
public final class DeskServer implements AutoCloseable {

  private static final int CLERKS = 32;

  private final ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
  private final HttpServer server;
  private final PriceCache behindOneLock;
  private final StripedPriceCache striped;

  private DeskServer(HttpServer server, PricingClient prices) {
    this.server = server;
    this.behindOneLock = new PriceCache(prices);
    this.striped = new StripedPriceCache(prices);
  }

  /** Opens the desk on a free port. */
  public static DeskServer open(PricingClient prices) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CLERKS);
    DeskServer desk = new DeskServer(server, prices);
    server.createContext("/one-lock/", desk::priceBehindOneLock);
    server.createContext("/striped/", desk::price);
    server.createContext("/duty/one-lock", desk::dutyBehindOneLock);
    server.createContext("/duty/snapshot", desk::duty);
    server.setExecutor(desk.clerks);
    server.start();
    return desk;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void priceBehindOneLock(HttpExchange exchange) throws IOException {
    try {
      answer(exchange, behindOneLock.priceOf(lastPart(exchange)).cents());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void price(HttpExchange exchange) throws IOException {
    try {
      answer(exchange, striped.priceOf(lastPart(exchange)).cents());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dutyBehindOneLock(HttpExchange exchange) throws IOException {
    answer(exchange, TariffBook.dutyOn(declaration(exchange)));
  }

  private void duty(HttpExchange exchange) throws IOException {
    answer(exchange, SnapshotTariffBook.dutyOn(declaration(exchange)));
  }

  private static String declaration(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String lastPart(HttpExchange exchange) { // label: light
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void answer(HttpExchange exchange, long number) throws IOException {
    byte[] body = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    clerks.shutdownNow();
  }
}
