package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is advised where rounds or tasks look tied to each other by what they leave behind. */
class OrderedShapesTest {

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.net.*;
      import java.sql.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static final String SEAL =
      """
        static byte[] seal(byte[] letter) {
          try {
            javax.crypto.SecretKeyFactory keys =
                javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            return keys.generateSecret(
                new javax.crypto.spec.PBEKeySpec(new char[] {'a'}, letter, 10000, 256)).getEncoded();
          } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        }
      """;

  private static final String FETCH =
      """
        static String fetch(String key) throws IOException {
          try (Socket socket = new Socket("store", 7)) {
            socket.getOutputStream().write(key.getBytes());
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
          }
        }
      """;

  @Test
  void what_is_written_in_order_is_asked_for_side_by_side() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + "class Ledger {\n"
                + FETCH
                + """
                  private final Map<String, String> known = new LinkedHashMap<>();
                  private long length;
                  void print(List<String> keys, Writer out) throws IOException {
                    for (String key : keys) {
                      String line = fetch(key);
                      known.put(key, line);
                      out.write(line);
                      length += line.length();
                    }
                  }
                  void follow(String start, Writer out) throws IOException {
                    String key = start;
                    for (int step = 0; step < 40; step++) {
                      key = fetch(key);
                      out.write(key);
                    }
                  }
                }
                """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("print"));
    Remedy first = advice.first("print");
    assertTrue(first.when().contains("afterwards, in order: "), first.when());
    assertEquals(List.of(), advice.at("follow"));
  }

  @Test
  void a_list_of_what_is_to_be_done_is_worked_off_side_by_side_unless_it_is_sorted() {
    String crawl =
        IMPORTS
            + "class Crawl {\n"
            + FETCH
            + """
              Map<String, String> all(String start) throws IOException {
                Map<String, String> pages = new HashMap<>();
                Set<String> seen = new HashSet<>();
                Queue<String> todo = new %s<>();
                todo.add(start);
                while (!todo.isEmpty()) {
                  String name = todo.poll();
                  String page = fetch(name);
                  pages.put(name, page);
                  for (String link : page.split(",")) if (seen.add(link)) todo.add(link);
                }
                return pages;
              }
            }
            """;
    Advised advice = Advised.on(25, crawl.formatted("ArrayDeque"));

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("all"));
    assertTrue(advice.first("all").when().contains("take all that is there"));
    assertEquals(List.of(), Advised.on(25, crawl.formatted("PriorityQueue")).at("all"));
  }

  @Test
  void stages_that_are_joined_one_by_one_behind_a_helper_are_started_first() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + "class Post {\n"
                + SEAL
                + """
                  private int count;
                  List<byte[]> sealAll(List<byte[]> letters) {
                    List<byte[]> sealed = new ArrayList<>();
                    for (byte[] letter : letters) {
                      sealed.add(one(letter));
                      count++;
                    }
                    return sealed;
                  }
                  byte[] one(byte[] letter) {
                    return CompletableFuture.supplyAsync(() -> seal(letter)).thenApply(this::checked).join();
                  }
                  byte[] two(byte[] letter) {
                    CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> seal(letter));
                    CompletableFuture<byte[]> second = CompletableFuture.supplyAsync(() -> seal(letter));
                    return first.join().length > 0 ? second.join() : null;
                  }
                  private byte[] checked(byte[] seal) {
                    if (seal.length == 0) throw new IllegalStateException();
                    return seal;
                  }
                }
                """);

    assertEquals(List.of("async-over-cpu: threads"), advice.at("one"));
    Remedy first = advice.first("one");
    assertTrue(first.change().startsWith("Hand over all of them first"), first.change());
    assertTrue(first.predicted().orElseThrow().speedup() > 1.8, first.toString());
    assertEquals(List.of(), advice.at("two"));
  }

  @Test
  void who_waits_for_what_the_program_can_start_by_itself_starts_all() {
    String line =
        IMPORTS
            + """
            class Line {
              private final Map<Long, CompletableFuture<String>> open = new ConcurrentHashMap<>();
              private final java.util.concurrent.atomic.AtomicLong numbers =
                  new java.util.concurrent.atomic.AtomicLong();
              private final OutputStream out;
              private final BufferedReader in;
              Line(Socket socket) throws IOException {
                out = socket.getOutputStream();
                in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                new Thread(this::read).start();
              }
              CompletableFuture<String> begin(String question) throws IOException {
                long number = numbers.incrementAndGet();
                CompletableFuture<String> answer = new CompletableFuture<>();
                open.put(number, answer);
                synchronized (out) {
                  out.write((number + question).getBytes());
                }
                return answer;
              }
              String ask(String question) throws IOException { return begin(question).join(); }
              private void read() {
                try {
                  String line;
                  while ((line = in.readLine()) != null) open.remove(Long.parseLong(line)).complete(line);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              List<String> all(List<String> questions) throws IOException {
                List<String> answers = new ArrayList<>();
                for (String question : questions) answers.add(ask(question));
                return answers;
              }
            }
            """;
    Advised advice = Advised.on(25, line);

    assertEquals(List.of("sequential-independent-io: async"), advice.at("all"));
    assertTrue(advice.first("all").change().contains("Line.begin"), advice.first("all").change());
    assertEquals(List.of("sequential-independent-io: async"), Advised.on(17, line).at("all"));
  }

  @Test
  void where_few_can_be_served_at_once_a_pool_of_as_many_threads_does() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + """
                class Balances {
                  private final javax.sql.DataSource database;
                  Balances(javax.sql.DataSource database) { this.database = database; }
                  List<Long> all(List<Long> customers) throws SQLException {
                    List<Long> balances = new ArrayList<>();
                    for (Long customer : customers) balances.add(balance(customer));
                    return balances;
                  }
                  long balance(long customer) throws SQLException {
                    try (Connection connection = database.getConnection();
                        PreparedStatement query = connection.prepareStatement("select b from c where i = ?")) {
                      query.setLong(1, customer);
                      try (ResultSet rows = query.executeQuery()) {
                        return rows.next() ? rows.getLong(1) : 0;
                      }
                    }
                  }
                }
                """);

    assertEquals(List.of("sequential-independent-io: threads"), advice.at("all"));
    assertEquals(32, advice.first("all").parameters().poolSize());
  }
}
