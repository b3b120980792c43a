package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServicesTest {

  /** Takes letters, packets and calls. */
  static final class Office {
    private static final BigInteger MODULUS = BigInteger.TEN.pow(300).add(BigInteger.ONE);

    private final BlockingQueue<BigInteger> basket = new LinkedBlockingQueue<>();
    private final BlockingQueue<BigInteger> given;
    private final AtomicLong sum = new AtomicLong();
    private BigInteger last = BigInteger.ONE;
    private volatile boolean open = true;

    Office(BlockingQueue<BigInteger> given) {
      this.given = given;
    }

    void letters() throws InterruptedException {
      for (BigInteger one = basket.take(); one.signum() > 0; one = basket.take()) {
        sum.addAndGet(one.modPow(one, MODULUS).longValue());
      }
    }

    void chained() throws InterruptedException {
      while (open) {
        last = basket.take().modPow(last, MODULUS);
      }
    }

    void ofOthers() throws InterruptedException {
      while (open) {
        BigInteger one = given.take();
        sum.addAndGet(one.modPow(one, MODULUS).longValue());
      }
    }

    void twelve() throws InterruptedException {
      for (int i = 0; i < 12; i++) {
        sum.addAndGet(basket.take().modPow(MODULUS, MODULUS).longValue());
      }
    }

    void packets(DatagramSocket socket, InetAddress ledger) throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[512], 512);
      while (open) {
        socket.receive(packet);
        sum.addAndGet(ask(ledger, packet.getLength()));
      }
    }

    static int ask(InetAddress ledger, int what) throws IOException {
      try (Socket question = new Socket(ledger, 99)) {
        question.getOutputStream().write(what);
        return question.getInputStream().read();
      }
    }
  }

  /** Answers on the thread that takes the requests. */
  static final class Page {
    static HttpServer open(InetAddress ledger) throws IOException {
      HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
      server.createContext("/", exchange -> answer(exchange, ledger));
      server.start();
      return server;
    }

    static void answer(HttpExchange exchange, InetAddress ledger) throws IOException {
      exchange.sendResponseHeaders(200 + Office.ask(ledger, 1), -1);
      exchange.close();
    }
  }

  /** Answers on threads of its own. */
  static final class PooledPage {
    static void open(InetAddress ledger) throws IOException {
      HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
      server.createContext("/", exchange -> Page.answer(exchange, ledger));
      server.setExecutor(Executors.newFixedThreadPool(8));
      server.start();
    }
  }

  @Test
  void what_is_taken_from_the_queue_of_ones_own_until_told_to_stop_is_served() {
    assertEquals(List.of("letters: serves each item, independent"), said(Office.class, "letters"));
  }

  @Test
  void the_work_does_not_wait_for_the_next() {
    Loop letters = loops(Office.class).stream().filter(Loop::service).findFirst().orElseThrow();

    assertEquals(0, letters.body().waiting().middle());
  }

  @Test
  void what_one_leaves_for_the_next_ties_them() {
    assertEquals(List.of("chained: serves each item, tied"), said(Office.class, "chained"));
  }

  @Test
  void a_queue_that_was_given_may_have_other_takers_and_a_known_number_is_no_service() {
    assertEquals(List.of(), said(Office.class, "ofOthers"));
    assertEquals(List.of(), said(Office.class, "twelve"));
  }

  @Test
  void each_thread_needs_a_packet_of_its_own() {
    assertEquals(
        List.of("packets: serves each packet, own [DatagramPacket]"),
        said(Office.class, "packets"));
  }

  @Test
  void a_server_without_an_executor_serves_on_its_one_thread() {
    assertEquals(List.of("open: serves each request, independent"), said(Page.class, "open"));
    assertEquals(List.of(), said(PooledPage.class, "open"));
  }

  private static List<String> said(Class<?> type, String method) {
    return loops(type).stream()
        .filter(Loop::service)
        .filter(loop -> loop.at().method().equals(method))
        .map(loop -> method + ": " + loop.at().note() + ", " + state(loop))
        .toList();
  }

  private static String state(Loop loop) {
    if (!loop.independent()) {
      return "tied";
    }
    return loop.own().isEmpty() ? "independent" : "own " + loop.ownNames();
  }

  private static List<Loop> loops(Class<?> type) {
    return Costs.of(Linked.of(ProgramReader.read(ClassFiles.of(type)), Catalogue.bundled()))
        .loops();
  }
}
