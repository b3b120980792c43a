package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests do every day, what readers meet, and what is done once. */
class AdvisedRequestsTest {

  private static final String IMPORTS =
      """
      import com.sun.net.httpserver.*;
      import java.io.*;
      import java.net.*;
      import java.nio.file.*;
      import java.security.*;
      import java.text.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.*;
      import java.util.stream.*;
      """;

  /** A server that people log in to; the log-in is counted under a lock of the class. */
  private static String door(String beside) {
    return IMPORTS
        + """
        public class Door {
          private static long knocks;
          private static String last;
          static synchronized boolean login(byte[] secret) throws IOException {
            knocks++;
            %s
            try {
              MessageDigest digest = MessageDigest.getInstance("SHA-256");
              byte[] hash = secret;
              for (int i = 0; i < 100_000; i++) {
                hash = digest.digest(hash);
              }
              return hash[0] == 0;
            } catch (GeneralSecurityException e) {
              throw new IOException(e);
            }
          }
          static synchronized long knocks() { return knocks; }
          static void answer(HttpExchange asked) throws IOException {
            boolean in = login(asked.getRequestBody().readAllBytes());
            asked.sendResponseHeaders(in ? 204 : 403, -1);
            asked.close();
          }
          public static void main(String[] args) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(80), 0);
            server.createContext("/", Door::answer);
            server.createContext("/knocks", asked -> asked.sendResponseHeaders((int) knocks(), -1));
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
          }
        }
        """
            .formatted(beside);
  }

  @Test
  void what_requests_ask_for_is_daily_work_whatever_its_name() {
    assertEquals(List.of("gil-cpu: lock-change adder"), Advised.on(25, door("")).at("login"));
  }

  @Test
  void a_lock_that_guards_more_than_numbers_is_not_dropped_for_an_adder() {
    String writes = "Files.write(Path.of(\"knocks.log\"), secret, StandardOpenOption.APPEND);";
    for (String beside : List.of("last = new String(secret);", writes)) {
      Remedy first = Advised.on(25, door(beside)).first("login");

      assertTrue(first.lockChange().stream().noneMatch(how -> how.word().equals("adder")));
    }
  }

  /** Titles that are asked for over a network where they are not known, under a lock of a kind. */
  private static String titles(String kind, String reading, String writing) {
    return IMPORTS
        + """
        public class Titles {
          private final %s lock = new Reentrant%s();
          private final Map<String, String> known = new HashMap<>();
          public String of(String key) throws IOException {
            lock%s.lock();
            try {
              String title = known.get(key);
              if (title != null) {
                return title;
              }
            } finally {
              lock%s.unlock();
            }
            lock%s.lock();
            try {
              String title = known.get(key);
              if (title == null) {
                title = ask(key);
                known.put(key, title);
              }
              return title;
            } finally {
              lock%s.unlock();
            }
          }
          private String ask(String key) throws IOException {
            try (Socket socket = new Socket("titles", 80)) {
              socket.getOutputStream().write(key.getBytes());
              return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
            }
          }
        }
        """
            .formatted(kind, kind, reading, reading, writing, writing);
  }

  @Test
  void who_lets_readers_in_side_by_side_expects_many_at_a_miss_too() {
    assertEquals(
        List.of("blocking-under-lock: lock-change move-waiting-out"),
        Advised.on(25, titles("ReadWriteLock", ".readLock()", ".writeLock()")).at("of"));
    assertEquals(List.of(), Advised.on(25, titles("Lock", "", "")).at("of"));
  }

  /** Words of a few pages, put together by a method that somebody calls. */
  private static String pages(String who) {
    return IMPORTS
        + """
        public class Pages {
          %s
          private final Map<String, Integer> words = new TreeMap<>();
          private void load() {
            for (String page : List.of("home", "help", "terms", "about", "jobs")) {
              words.put(page, score(page));
            }
          }
          private int score(String page) {
            int sum = 0;
            for (int i = 0; i < 40_000; i++) {
              sum += Integer.toString(i).hashCode() ^ page.hashCode();
            }
            return sum;
          }
          int of(String page) { return words.get(page); }
        }
        """
            .formatted(who);
  }

  @Test
  void what_initialises_a_class_or_makes_its_one_object_is_done_once() {
    assertEquals(
        List.of("parallelisable-cpu-loop: threads"),
        Advised.on(25, pages("public void renew() { load(); }")).at("load"));
    assertEquals(
        List.of(),
        Advised.on(25, pages("static final Pages ALL = new Pages(); Pages() { load(); }"))
            .at("load"));
    assertEquals(
        List.of(),
        Advised.on(
                25,
                pages(
                    """
                    static Pages all;
                    static Pages all() { if (all == null) { all = new Pages(); } return all; }
                    Pages() { load(); }
                    """))
            .at("load"));
  }

  /** Days that a crowd of tasks writes with one format for all. */
  private static String days(String beside) {
    return IMPORTS
        + """
        public class Days {
          private static final Object LOCK = new Object();
          private static final SimpleDateFormat FORMAT = new SimpleDateFormat("EEE, d MMMM yyyy");
          private static final List<String> SEEN = new ArrayList<>();
          static String line(long time, String text) {
            synchronized (LOCK) {
              %s
              return String.format("%%-30s %%s%%n", FORMAT.format(new Date(time)), text);
            }
          }
          static int page(int from) {
            StringBuilder page = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
              page.append(line(from * 1_000L + i, "entry"));
            }
            return page.length();
          }
          public static void main(String[] args) {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 5_000; i++) {
              int from = i;
              pool.submit(() -> page(from));
            }
            pool.shutdown();
          }
        }
        """
            .formatted(beside);
  }

  @Test
  void a_lock_that_is_there_for_a_tool_alone_goes_when_each_thread_has_its_own() {
    Remedy first = Advised.on(25, days("")).first("line");

    assertEquals("per-instance", first.lockChange().orElseThrow().word());
    assertTrue(first.change().startsWith("Make SimpleDateFormat for each"), first.change());

    Remedy beside = Advised.on(25, days("SEEN.add(text);")).first("line");
    assertTrue(!beside.change().startsWith("Make SimpleDateFormat"), beside.change());
  }

  @Test
  void a_generator_that_a_parallel_stream_draws_from_in_rounds_is_one_for_each_thread() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + """
                public class Walk {
                  private final Random random = new Random(4);
                  private double path(int steps) {
                    double at = 0;
                    for (int i = 0; i < steps; i++) {
                      at += random.nextDouble() + random.nextDouble();
                    }
                    return at;
                  }
                  double mean(int paths) {
                    return IntStream.range(0, paths).parallel().mapToDouble(p -> path(250))
                        .average().orElse(0);
                  }
                  public static void main(String[] args) {
                    System.out.printf("%.4f%n", new Walk().mean(1_000_000));
                  }
                }
                """);

    assertEquals(List.of("shared-generator: lock-change per-instance"), advice.at("path"));
  }
}
