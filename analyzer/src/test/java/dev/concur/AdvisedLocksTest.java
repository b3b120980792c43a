package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.LockChange;
import dev.concur.advise.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is advised where a lock, a funnel or what tasks share decides, from the text on. */
class AdvisedLocksTest {

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.net.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static final String LINE =
      """
      class Line {
        private final Socket socket;
        private final BufferedReader in;
        Line(Socket socket) throws IOException {
          this.socket = socket;
          this.in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        }
        %s String ask(String what) throws IOException {
          socket.getOutputStream().write(what.getBytes());
          return in.readLine();
        }
      }
      """;

  private static String desk(String task) {
    return """
        class Desk {
          private final ExecutorService clerk = Executors.newSingleThreadExecutor();
          private final Line line;
          Desk(Line line) { this.line = line; }
          Future<String> ask(String what) { return clerk.submit(() -> %s); }
          int all(List<String> questions) throws Exception {
            List<Future<String>> answers = new ArrayList<>();
            for (String question : questions) answers.add(ask(question));
            int length = 0;
            for (Future<String> answer : answers) length += answer.get().length();
            return length;
          }
        }
        """
        .formatted(task);
  }

  @Test
  void tasks_of_one_thread_that_owns_a_connection_get_threads_with_one_each() {
    Advised advice = Advised.on(25, IMPORTS + desk("line.ask(what)"), IMPORTS + LINE.formatted(""));

    assertEquals(List.of("gil-single-thread-executor: threads per-instance"), advice.at("ask"));
    Remedy first = advice.first("ask");
    assertTrue(first.change().contains("each with a Line of its own"), first.change());
    assertTrue(first.when().contains("the other side takes so many"), first.when());
  }

  @Test
  void tasks_of_one_thread_that_open_a_connection_each_need_no_thread_of_their_own() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS + desk("new Line(new Socket(\"desk\", 7)).ask(what)"),
            IMPORTS + LINE.formatted(""));

    assertEquals("virtual-threads", advice.first("ask").model().word());
    assertTrue(advice.first("ask").lockChange().isEmpty());
  }

  @Test
  void one_connection_that_tasks_of_a_pool_come_to_is_a_funnel_without_a_lock() {
    String code =
        IMPORTS
            + """
            class Report {
              private final ExecutorService hands = Executors.newFixedThreadPool(8);
              private final Accounts accounts;
              Report(Accounts accounts) { this.accounts = accounts; }
              long all(List<String> names) throws Exception {
                List<Future<Long>> sums = new ArrayList<>();
                for (String name : names) sums.add(hands.submit(() -> accounts.sum(name)));
                long sum = 0;
                for (Future<Long> each : sums) sum += each.get();
                return sum;
              }
            }
            class Accounts {
              private final java.sql.Connection connection;
              Accounts(java.sql.Connection connection) { this.connection = connection; }
              long sum(String name) throws java.sql.SQLException {
                try (java.sql.PreparedStatement sum = connection.prepareStatement("select ?")) {
                  sum.setString(1, name);
                  try (java.sql.ResultSet rows = sum.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                  }
                }
              }
            }
            """;

    Advised advice = Advised.on(25, code);

    assertEquals("pool", advice.first("sum").lockChange().orElseThrow().word());
  }

  private static String tally(String count) {
    return IMPORTS
        + """
        class Tally {
          private final Map<String, Long> counts = new HashMap<>();
          private final ExecutorService hands = Executors.newFixedThreadPool(2);
          long count(String word) {
            synchronized (counts) {
              %s
            }
          }
          Map<String, Long> report() {
            synchronized (counts) {
              return new TreeMap<>(counts);
            }
          }
          void countAll(List<List<String>> pages) throws Exception {
            List<Future<?>> tasks = new ArrayList<>();
            for (List<String> page : pages) tasks.add(hands.submit(() -> countPage(page)));
            for (Future<?> task : tasks) task.get();
          }
          private void countPage(List<String> page) {
            for (String word : page) count(word);
          }
        }
        """
            .formatted(count);
  }

  @Test
  void counts_by_key_are_added_up_by_each_task_or_without_a_lock() {
    for (String count :
        List.of(
            "counts.put(word, counts.getOrDefault(word, 0L) + 1); return 0;",
            "Long n = counts.get(word); counts.put(word, n == null ? 1 : n + 1); return 0;",
            "counts.merge(word, 1L, Long::sum); return 0;")) {
      Remedy first = Advised.on(25, tally(count)).first("count");
      assertTrue(
          List.of("confine", "adder").contains(first.lockChange().orElseThrow().word()),
          first.toString());
    }
  }

  @Test
  void who_needs_each_count_is_not_told_to_add_up() {
    String numbers = "long n = counts.getOrDefault(word, 0L) + 1; counts.put(word, n); return n;";
    Remedy first = Advised.on(25, tally(numbers)).first("count");

    assertFalse(
        first.lockChange().isPresent()
            && List.of("confine", "adder").contains(first.lockChange().get().word()),
        first.toString());
  }

  @Test
  void what_is_read_from_one_file_is_unpacked_outside_its_lock() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + """
                class Archive {
                  private final RandomAccessFile file;
                  private final ExecutorService hands = Executors.newFixedThreadPool(4);
                  Archive(String name) throws IOException { file = new RandomAccessFile(name, "r"); }
                  synchronized byte[] page(long at) throws Exception { return unpack(packed(at)); }
                  private byte[] packed(long at) throws IOException {
                    file.seek(at);
                    byte[] packed = new byte[file.readInt()];
                    file.readFully(packed);
                    return packed;
                  }
                  private static byte[] unpack(byte[] packed) throws Exception {
                    java.util.zip.Inflater inflater = new java.util.zip.Inflater();
                    inflater.setInput(packed);
                    byte[] page = new byte[65536];
                    int at = 0;
                    while (at < page.length && !inflater.finished()) {
                      at += inflater.inflate(page, at, page.length - at);
                    }
                    return page;
                  }
                  long all(List<Long> places) throws Exception {
                    List<Future<byte[]>> pages = new ArrayList<>();
                    for (long place : places) pages.add(hands.submit(() -> page(place)));
                    long length = 0;
                    for (Future<byte[]> page : pages) length += page.get().length;
                    return length;
                  }
                }
                """);

    Remedy first = advice.first("page");
    assertEquals("narrow", first.lockChange().orElseThrow().word());
    assertTrue(first.change().contains("while it reads or writes"), first.change());
  }

  private static String fleet(String task) {
    return IMPORTS
        + """
        class Fleet {
          private final List<Line> lines;
          private final Line home;
          Fleet(List<Line> lines, Line home) { this.lines = lines; this.home = home; }
          List<String> all() throws Exception {
            ExecutorService hands = Executors.newFixedThreadPool(20);
            List<Future<String>> answers = new ArrayList<>();
            for (Line line : lines) answers.add(hands.submit(() -> %s));
            List<String> found = new ArrayList<>();
            for (Future<String> answer : answers) found.add(answer.get());
            hands.shutdown();
            return found;
          }
        }
        """
            .formatted(task);
  }

  @Test
  void a_lock_of_which_each_task_has_its_own_keeps_nobody_waiting() {
    String line = IMPORTS + LINE.formatted("synchronized");

    assertEquals(List.of(), Advised.on(25, fleet("line.ask(\"where\")"), line).at("ask"));
    assertFalse(Advised.on(25, fleet("home.ask(\"where\")"), line).at("ask").isEmpty());
  }

  private static String board(String right) {
    return IMPORTS
        + """
        class Board {
          private final Curve left = new Curve();
          private final Curve right = %s;
          private double low, high;
          synchronized void bought(List<Double> all) { for (double v : all) low = left.add(v); }
          synchronized void sold(List<Double> all) { for (double v : all) high = right.add(v); }
          synchronized double low() { return low; }
          synchronized double high() { return high; }
        }
        """
            .formatted(right);
  }

  private static final String CURVE =
      """
      class Curve {
        private final double[] values = new double[1440];
        double add(double value) {
          double peak = 0;
          for (int i = 0; i < values.length; i++) {
            values[i] += value * Math.exp(-i);
            peak = Math.max(peak, Math.sqrt(values[i]));
          }
          return peak;
        }
      }
      """;

  private static final String DAY =
      IMPORTS
          + """
          class Day {
            private final ExecutorService hands = Executors.newFixedThreadPool(2);
            private final Board board;
            Day(Board board) { this.board = board; }
            void play(List<List<Double>> bought, List<List<Double>> sold) throws Exception {
              Future<?> one = hands.submit(() -> { for (List<Double> all : bought) board.bought(all); });
              Future<?> two = hands.submit(() -> { for (List<Double> all : sold) board.sold(all); });
              one.get();
              two.get();
            }
          }
          """;

  @Test
  void two_parts_of_one_class_are_two_states_under_one_lock() {
    Advised apart = Advised.on(25, board("new Curve()"), CURVE, DAY);

    assertEquals("split", apart.first("bought").lockChange().orElseThrow().word());
  }

  @Test
  void what_each_pass_goes_on_with_is_parted_and_not_kept_twice() {
    String screen =
        IMPORTS
            + """
            class Screen {
              private final Curve left = new Curve();
              private final Curve right = new Curve();
              private double low, high;
              synchronized void bought(double value) { low = Math.max(low, left.add(value)); }
              synchronized void sold(double value) { high = Math.max(high, right.add(value)); }
              synchronized double low() { return low; }
              synchronized double high() { return high; }
            }
            class Feeds {
              private final ExecutorService hands = Executors.newFixedThreadPool(2);
              private final Screen screen;
              Feeds(Screen screen) { this.screen = screen; }
              void play(List<Double> bought, List<Double> sold) throws Exception {
                Future<?> one = hands.submit(() -> bought.forEach(screen::bought));
                Future<?> two = hands.submit(() -> sold.forEach(screen::sold));
                one.get();
                two.get();
              }
            }
            """;

    Remedy first = Advised.on(25, screen, CURVE).first("bought");

    assertEquals("split", first.lockChange().map(LockChange::word).orElse("none"));
    double gain = first.predicted().orElseThrow().speedup();
    assertTrue(gain > 1.3 && gain < 2, first.toString());
  }

  @Test
  void counts_for_each_element_are_added_up_by_each_task() {
    String hits =
        IMPORTS
            + """
            class Hits {
              private final ExecutorService hands = Executors.newFixedThreadPool(2);
              private long hits, bytes;
              void countAll(List<List<String>> parts) throws Exception {
                List<Future<?>> tasks = new ArrayList<>();
                for (List<String> part : parts) {
                  tasks.add(hands.submit(() -> part.forEach(this::count)));
                }
                for (Future<?> task : tasks) task.get();
              }
              void count(String line) { add(line.length()); }
              private synchronized void add(int size) {
                hits++;
                bytes += size;
              }
              synchronized long hits() { return hits; }
              synchronized long bytes() { return bytes; }
            }
            """;

    Remedy first = Advised.on(25, hits).first("add");

    assertEquals("confine", first.lockChange().map(LockChange::word).orElse("none"));
  }

  @Test
  void a_part_that_may_be_the_other_is_no_state_of_its_own() {
    Advised same = Advised.on(25, board("left"), CURVE, DAY);

    assertTrue(
        same.at("bought").stream().noneMatch(advice -> advice.contains("split")),
        same.at("bought").toString());
  }

  private static String shelf(String asks) {
    return IMPORTS
        + """
        class Press {
          private final Shelf shelf = new Shelf();
          int all(List<String> pages) throws Exception {
            for (String page : pages) {
              if (%s) continue;
              shelf.put(page, print(page));
            }
            return shelf.size();
          }
          private int print(String page) throws Exception {
            Process press = new ProcessBuilder("press", page).start();
            return press.waitFor();
          }
        }
        class Shelf {
          private final Map<String, Integer> books = new HashMap<>();
          void put(String page, int result) { books.put(page, result); }
          boolean has(String page) { return books.containsKey(page); }
          boolean full() { return books.size() > 100; }
          int size() { return books.size(); }
        }
        """
            .formatted(asks);
  }

  @Test
  void results_may_be_gathered_behind_a_method_of_what_keeps_them() {
    assertEquals("threads", Advised.on(25, shelf("shelf.has(page)")).first("all").model().word());
    assertEquals(List.of(), Advised.on(25, shelf("shelf.full()")).at("all"));
  }

  private static String sorter(String begins) {
    return IMPORTS
        + """
        class Sorter {
          private final Profile profile = new Profile();
          Map<Integer, List<String>> sort(List<String> letters) {
            Map<Integer, List<String>> sorted = new TreeMap<>();
            for (String letter : letters) {
              sorted.computeIfAbsent(profile.of(letter), key -> new ArrayList<>()).add(letter);
            }
            return sorted;
          }
        }
        class Profile {
          private final double[] weights = new double[2_000_000];
          private char[] buffer = new char[64];
          private int length;
          int of(String text) {
            if (buffer.length < text.length()) buffer = new char[text.length()];
            %s
            for (int i = 0; i < text.length(); i++) {
              if (text.charAt(i) > ' ') buffer[length++] = text.charAt(i);
            }
            Arrays.fill(weights, 0);
            double sum = 0;
            for (int i = 0; i < length; i++) weights[buffer[i]] += Math.log1p(buffer[i]);
            for (double weight : weights) sum += Math.sqrt(weight);
            return (int) sum;
          }
        }
        """
            .formatted(begins);
  }

  @Test
  void a_buffer_that_is_filled_from_its_beginning_is_one_for_each_thread() {
    Remedy first = Advised.on(25, sorter("length = 0;")).first("sort");

    assertEquals("threads + confine", first.way());
    assertTrue(first.change().contains("Profile.buffer"), first.change());
    assertEquals(List.of(), Advised.on(25, sorter("")).at("sort"));
  }

  /** Tasks of a crowd that ask the scorer, which is told something of the account. */
  private static String bank(String told) {
    return IMPORTS
        + """
        class Bank {
          static final class Account { long cents; final String iban; Account(String i) { iban = i; } }
          private final Map<String, Account> accounts = new HashMap<>();
          private final Object mutex = new Object();
          private final ExecutorService clerks = Executors.newFixedThreadPool(200);
          private boolean refused(Account account, long cents) throws IOException {
            try (Socket socket = new Socket("scorer", 41)) {
              DataOutputStream out = new DataOutputStream(socket.getOutputStream());
              out.writeUTF(account.iban);
              out.writeLong(%s);
              out.flush();
              return new DataInputStream(socket.getInputStream()).readBoolean();
            }
          }
          void book(String iban, long cents) throws IOException {
            Account account = accounts.get(iban);
            synchronized (mutex) {
              if (!refused(account, cents)) {
                account.cents -= cents;
              }
            }
          }
          void all(List<String> ibans) {
            for (String iban : ibans) {
              clerks.execute(() -> {
                try {
                  book(iban, 5);
                } catch (IOException failed) {
                  failed.printStackTrace();
                }
              });
            }
          }
        }
        """
            .formatted(told);
  }

  @Test
  void an_answer_that_goes_by_what_is_changed_when_it_is_given_stays_under_the_lock() {
    assertEquals(
        List.of("gil-io: lock-change stripe"), Advised.on(25, bank("account.cents")).at("book"));
    assertEquals(
        List.of("gil-io: lock-change move-waiting-out"), Advised.on(25, bank("cents")).at("book"));
  }
}
