package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is advised for shapes of code, from the text to the first remedy. */
class AdvisedShapesTest {

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.net.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.*;
      """;

  private static final String SEAL =
      """
        static byte[] seal(byte[] letter) throws Exception {
          javax.crypto.SecretKeyFactory keys =
              javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
          return keys.generateSecret(
              new javax.crypto.spec.PBEKeySpec(new char[] {'a'}, letter, 10000, 256)).getEncoded();
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
  void tasks_that_are_waited_for_one_by_one_are_handed_over_first() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + "class Post {\n"
                + SEAL
                + """
                  private final ExecutorService clerks = Executors.newFixedThreadPool(6);
                  List<byte[]> sealAll(List<byte[]> letters) throws Exception {
                    List<byte[]> sealed = new ArrayList<>();
                    for (byte[] letter : letters) {
                      sealed.add(clerks.submit(() -> seal(letter)).get());
                    }
                    return sealed;
                  }
                }
                """);

    assertEquals(List.of("async-over-cpu: threads"), advice.at("sealAll"));
    Remedy first = advice.first("sealAll");
    assertTrue(first.change().startsWith("Hand over all of them first"), first.change());
    assertTrue(first.predicted().orElseThrow().speedup() > 1.8, first.toString());
  }

  @Test
  void one_task_at_a_time_may_wait_for_others_of_its_pool() {
    String code =
        IMPORTS
            + "class Press {\n"
            + SEAL
            + """
              private final ExecutorService hands = Executors.newFixedThreadPool(%d);
              int book(List<byte[]> pages) throws Exception {
                return hands.submit(() -> print(pages)).get();
              }
              private int print(List<byte[]> pages) throws Exception {
                List<Future<byte[]>> sheets = new ArrayList<>();
                for (byte[] page : pages) sheets.add(hands.submit(() -> seal(page)));
                int length = 0;
                for (Future<byte[]> sheet : sheets) length += sheet.get().length;
                return length;
              }
            }
            """;

    assertEquals("note", severity(Advised.on(25, code.formatted(4)), "book"));
    assertEquals("error", severity(Advised.on(25, code.formatted(1)), "book"));
  }

  private static String severity(Advised advice, String method) {
    return advice.severity(method).name().toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void who_asks_over_a_shared_line_one_by_one_asks_from_many_threads() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + """
                class Directory {
                  private final Lock turn = new ReentrantLock();
                  private final Condition arrived = turn.newCondition();
                  private final Map<Long, String> answers = new HashMap<>();
                  private final DataOutputStream out;
                  private final DataInputStream in;
                  private long number;

                  Directory(Socket socket) throws IOException {
                    out = new DataOutputStream(socket.getOutputStream());
                    in = new DataInputStream(socket.getInputStream());
                    new Thread(this::read).start();
                  }

                  Map<String, String> lookUp(Collection<String> names) throws Exception {
                    Map<String, String> found = new HashMap<>();
                    for (String name : names) found.put(name, ask(name));
                    return found;
                  }

                  String ask(String name) throws Exception {
                    turn.lock();
                    try {
                      long mine = number++;
                      out.writeLong(mine);
                      out.writeUTF(name);
                      out.flush();
                      return answer(mine);
                    } finally {
                      turn.unlock();
                    }
                  }

                  private String answer(long mine) throws Exception {
                    while (!answers.containsKey(mine)) {
                      if (!arrived.await(3, TimeUnit.SECONDS)) throw new IOException("late");
                    }
                    return answers.remove(mine);
                  }

                  private void read() {
                    try {
                      while (true) {
                        long to = in.readLong();
                        String text = in.readUTF();
                        turn.lock();
                        try {
                          answers.put(to, text);
                          arrived.signalAll();
                        } finally {
                          turn.unlock();
                        }
                      }
                    } catch (IOException e) {
                      return;
                    }
                  }
                }
                """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("lookUp"));
    assertEquals(List.of(), advice.at("ask"));
  }

  @Test
  void a_lock_that_is_held_while_waiting_needs_more_threads_than_a_small_pool_has() {
    String code =
        IMPORTS
            + "class Prices {\n"
            + FETCH
            + """
              private final Map<String, String> known = new HashMap<>();
              private final ExecutorService few = Executors.newFixedThreadPool(3);
              private synchronized String load(String key) throws IOException {
                String value = fetch(key);
                known.put(key, value);
                return value;
              }
              int all(List<String> keys) throws Exception {
                List<Future<String>> values = new ArrayList<>();
                for (String key : keys) values.add(few.submit(() -> load(key)));
                int length = 0;
                for (Future<String> value : values) length += value.get().length();
                return length;
              }
            }
            """;

    Remedy on25 = Advised.on(25, code).first("load");
    Remedy on17 = Advised.on(17, code).first("load");

    assertTrue(on25.change().startsWith("Release the monitor"), on25.change());
    assertTrue(on25.change().contains("Then run each task on a virtual thread"), on25.change());
    assertTrue(on25.predicted().orElseThrow().speedup() > 20, on25.toString());
    assertTrue(on17.change().contains("Then run the tasks in a pool of"), on17.change());
    assertEquals(List.of(), Advised.on(25, code).at("all"));
  }

  @Test
  void a_loop_behind_a_lock_that_is_held_while_waiting_needs_both_changes() {
    Remedy remedy =
        Advised.on(
                25,
                IMPORTS
                    + "class Rates {\n"
                    + FETCH
                    + """
                      private final Map<String, String> known = new TreeMap<>();
                      private final Lock lock = new ReentrantLock();
                      String load(String key) throws IOException {
                        lock.lock();
                        try {
                          String value = fetch(key);
                          known.put(key, value);
                          return value;
                        } finally {
                          lock.unlock();
                        }
                      }
                      void refresh(List<String> keys) throws IOException {
                        for (String key : keys) load(key);
                      }
                      String get(String key) {
                        lock.lock();
                        try {
                          return known.get(key);
                        } finally {
                          lock.unlock();
                        }
                      }
                    }
                    """)
            .first("refresh");

    assertTrue(remedy.change().contains("instead of one after the other"), remedy.change());
    assertEquals("virtual-threads + move-waiting-out", remedy.way());
  }

  private static final String SMOOTH =
      """
        static double smooth(double old, double more) {
          double now = old;
          for (int i = 0; i < 200_000; i++) now = now * 0.999 + more / (1 + now);
          return now;
        }
      """;

  @Test
  void what_is_made_of_guarded_state_is_not_computed_before_the_lock() {
    String code =
        IMPORTS
            + "class Levels {\n"
            + SMOOTH
            + """
              private final Map<String, Double> levels = new HashMap<>();
              private final ExecutorService meters = Executors.newFixedThreadPool(4);
              synchronized void update(String name, double more) {
                Double old = levels.get(name);
                levels.put(name, smooth(old == null ? 1 : old, more));
              }
              void all(Map<String, Double> news) throws Exception {
                List<Future<?>> done = new ArrayList<>();
                for (Map.Entry<String, Double> each : news.entrySet()) {
                  done.add(meters.submit(() -> update(each.getKey(), each.getValue())));
                }
                for (Future<?> one : done) one.get();
              }
            }
            """;

    assertEquals(List.of("gil-cpu: lock-change stripe"), Advised.on(25, code).at("update"));
  }

  @Test
  void what_there_is_one_of_for_all_keys_is_not_guarded_by_locks_for_each_key() {
    String code =
        IMPORTS
            + "class Levels {\n"
            + SMOOTH
            + """
              private final Map<String, Double> levels = new HashMap<>();
              private double average = 1;
              private final ExecutorService meters = Executors.newFixedThreadPool(4);
              synchronized void update(String name, double more) {
                Double old = levels.get(name);
                levels.put(name, smooth(old == null ? 1 : old, more));
                average = (average + more) / 2;
              }
              void all(Map<String, Double> news) throws Exception {
                List<Future<?>> done = new ArrayList<>();
                for (Map.Entry<String, Double> each : news.entrySet()) {
                  done.add(meters.submit(() -> update(each.getKey(), each.getValue())));
                }
                for (Future<?> one : done) one.get();
              }
            }
            """;

    assertTrue(
        Advised.on(25, code).at("update").stream().noneMatch(each -> each.contains("stripe")),
        () -> Advised.on(25, code).at("update").toString());
  }

  @Test
  void one_state_for_all_that_each_pass_goes_on_with_is_left_alone() {
    String code =
        IMPORTS
            + "class Total {\n"
            + SMOOTH
            + """
              private final Object gate = new Object();
              private double state = 1;
              private final ExecutorService meters = Executors.newFixedThreadPool(4);
              void add(double more) {
                synchronized (gate) {
                  state = %s;
                }
              }
              void all(List<Double> news) throws Exception {
                List<Future<?>> done = new ArrayList<>();
                for (Double each : news) done.add(meters.submit(() -> add(each)));
                for (Future<?> one : done) one.get();
              }
            }
            """;

    assertEquals(
        List.of("gil-cpu: sequential"),
        Advised.on(25, code.formatted("smooth(state, more)")).at("add"));
    assertEquals(
        List.of("gil-cpu: lock-change adder"),
        Advised.on(25, code.formatted("state + smooth(1, more)")).at("add"));
  }

  @Test
  void computing_that_may_be_short_beside_a_wait_gets_more_threads_than_cores() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + "class Scores {\n"
                + FETCH
                + """
                  int all(List<String> names) throws IOException {
                    int sum = 0;
                    for (String name : names) sum += score(fetch(name));
                    return sum;
                  }
                  private static int score(String text) {
                    int best = 0;
                    for (String line : text.split(";")) {
                      for (String word : line.split(" ")) {
                        for (int i = 0; i < word.length(); i++) {
                          for (int j = i; j < word.length(); j++) {
                            best = Math.max(best, word.charAt(i) * word.charAt(j) % 97);
                          }
                        }
                      }
                    }
                    return best;
                  }
                }
                """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("all"));
  }

  @Test
  void slices_on_a_pool_of_the_cores_are_on_all_cores_already() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + "class Sealing {\n"
                + SEAL
                + """
                  private static final int CORES = Runtime.getRuntime().availableProcessors();
                  private final ExecutorService pool = Executors.newFixedThreadPool(CORES);
                  void all(List<byte[]> letters) throws Exception {
                    int length = (letters.size() + CORES - 1) / CORES;
                    List<Callable<Integer>> parts = new ArrayList<>();
                    for (int from = 0; from < letters.size(); from += length) {
                      List<byte[]> part =
                          letters.subList(from, Math.min(letters.size(), from + length));
                      parts.add(() -> some(part));
                    }
                    pool.invokeAll(parts);
                  }
                  private static int some(List<byte[]> letters) throws Exception {
                    int sum = 0;
                    for (byte[] letter : letters) sum += seal(letter).length;
                    return sum;
                  }
                }
                """);

    assertEquals(List.of(), advice.at("some"));
    assertEquals(List.of(), advice.at("all"));
  }

  @Test
  void sums_that_each_round_of_a_slice_adds_to_are_added_up_by_the_task() {
    Advised advice =
        Advised.on(
            25,
            IMPORTS
                + """
                class Visits {
                  private static final int CORES = Runtime.getRuntime().availableProcessors();
                  private final ExecutorService pool = Executors.newFixedThreadPool(CORES);
                  private final Object mutex = new Object();
                  private long total;
                  private int seen;
                  void all(List<String> rows) throws Exception {
                    int length = rows.size() / CORES + 1;
                    List<Future<?>> parts = new ArrayList<>();
                    for (int from = 0; from < rows.size(); from += length) {
                      List<String> part = rows.subList(from, Math.min(rows.size(), from + length));
                      parts.add(pool.submit(() -> { for (String row : part) one(row); }));
                    }
                    for (Future<?> part : parts) part.get();
                  }
                  private void one(String row) {
                    int worth = row.length() * 31 + row.hashCode() % 7;
                    synchronized (mutex) {
                      total += worth;
                      seen++;
                    }
                  }
                }
                """);

    assertEquals(List.of("counter-under-lock: lock-change confine"), advice.at("one"));
    assertEquals(List.of(), advice.at("all"));
  }

  @Test
  void rows_of_one_long_array_are_independent_and_steps_over_it_are_not() {
    Advised advice =
        Advised.on(
            25,
            """
            class Picture {
              static final int WIDTH = 1 << 15;
              private final float[] from;
              private final float[] to;
              Picture(int rows) {
                from = new float[rows * WIDTH];
                to = new float[rows * WIDTH];
              }
              int rows() { return from.length / WIDTH; }
              void blend(float share) {
                for (int row = 0; row < rows(); row++) row(row, share);
              }
              void row(int row, float share) {
                for (int i = row * WIDTH; i < row * WIDTH + WIDTH; i++) to[i] = from[i] * share;
              }
              double[] steps(double[] start) {
                double[] now = start.clone();
                for (int step = 0; step < 2_000; step++) {
                  for (int i = 0; i < now.length; i++) now[i] = Math.sqrt(now[i] + step);
                }
                return now;
              }
            }
            """);

    assertEquals(List.of("parallelisable-cpu-loop: threads"), advice.at("blend"));
    assertEquals(List.of(), advice.at("steps"));
  }

  private static final String DESK =
      """
      class Desk {
        private final String name;
        private final List<double[]> positions;
        Desk(String name, List<double[]> positions) {
          this.name = name;
          this.positions = List.copyOf(positions);
        }
        String name() { return name; }
        double worst(List<Double> moves) {
          double worst = 0;
          for (double move : moves) worst = Math.min(worst, value(move));
          return worst;
        }
        double value(double move) {
          return positions.parallelStream().mapToDouble(each -> change(each, move)).sum();
        }
        static double change(double[] position, double move) {
          return position[0] * (position[1] * move + position[2] * move * move);
        }
      }
      """;

  private static final String DESKS =
      IMPORTS
          + """
          class Desks {
            private final ExecutorService hands =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            Map<String, Double> worst(List<Desk> desks, List<Double> moves) throws Exception {
              List<Future<Double>> losses = new ArrayList<>();
              for (Desk desk : desks) losses.add(hands.submit(() -> desk.worst(moves)));
              Map<String, Double> worst = new TreeMap<>();
              for (int i = 0; i < losses.size(); i++) {
                worst.put(desks.get(i).name(), losses.get(i).get());
              }
              return worst;
            }
          }
          """;

  @Test
  void a_small_parallel_stream_in_tasks_on_all_cores_is_run_in_turn() {
    Advised advice = Advised.on(25, IMPORTS + DESK, DESKS);

    assertEquals(List.of("tiny-parallel-stream: sequential"), advice.at("value"));
  }

  private static String stations(String ask) {
    return IMPORTS
        + """
        import java.net.http.*;
        class Stations {
          private final HttpClient http = HttpClient.newHttpClient();
          List<String> collect(List<String> names) {
            return names.parallelStream().map(this::ask).toList();
          }
          String ask(String name) {
            try {
              %s
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        }
        """
            .formatted(ask);
  }

  @Test
  void a_parallel_stream_that_waits_for_futures_has_all_its_parts_in_flight() {
    Advised future =
        Advised.on(
            25,
            stations(
                "return http.send(HttpRequest.newBuilder(URI.create(name)).build(),"
                    + " HttpResponse.BodyHandlers.ofString()).body();"));
    Advised socket =
        Advised.on(
            25,
            stations(
                "try (Socket to = new Socket(name, 7)) { return new BufferedReader("
                    + "new InputStreamReader(to.getInputStream())).readLine(); }"));

    double withFuture = gain(future);
    double withSocket = gain(socket);

    assertTrue(withFuture < .7 * withSocket, withFuture + " and " + withSocket);
  }

  private static double gain(Advised advice) {
    return advice.first("collect").predicted().orElseThrow().speedup();
  }
}
