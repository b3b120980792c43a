package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Remedy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shapes of code that used to meet silence, and near misses that must go on meeting it. */
class SpokenShapesTest {

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.net.*;
      import java.net.http.*;
      import java.sql.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.*;
      import java.util.stream.*;
      """;

  private static Advised on(String... units) {
    return Advised.on(25, Stream.of(units).map(unit -> IMPORTS + unit).toArray(String[]::new));
  }

  @Test
  void a_collection_that_walks_itself_is_a_loop() {
    Advised advice =
        on(
            """
            class Prices {
              private final HttpClient http = HttpClient.newHttpClient();
              List<String> each(Iterable<String> ids, Consumer2 progress) {
                List<String> all = new ArrayList<>();
                ids.forEach(id -> { progress.at(id); all.add(ask(id).join()); });
                return all;
              }
              List<String> lazily(List<String> ids) {
                return ids.stream().map(this::ask).map(CompletableFuture::join)
                    .collect(Collectors.toList());
              }
              List<String> atOnce(List<String> ids) {
                List<CompletableFuture<String>> asked =
                    ids.stream().map(this::ask).collect(Collectors.toList());
                return asked.stream().map(CompletableFuture::join).collect(Collectors.toList());
              }
              CompletableFuture<String> ask(String id) {
                return http.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://shop/" + id)).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::body);
              }
              interface Consumer2 { void at(String id); }
            }
            """);

    assertEquals(List.of("sequential-independent-io: async"), advice.at("each"));
    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("lazily"));
    assertEquals(List.of(), advice.at("atOnce"));
  }

  @Test
  void a_queue_that_is_only_emptied_is_walked_along_and_a_crawl_takes_all_that_is_there() {
    Advised advice =
        on(
            """
            class Drain {
              private final HttpClient http = HttpClient.newHttpClient();
              List<Integer> codes(Collection<String> urls) throws Exception {
                Queue<String> left = new LinkedList<>(urls);
                List<Integer> codes = new ArrayList<>();
                while (!left.isEmpty()) { codes.add(get(left.remove()).length()); }
                return codes;
              }
              int crawl(String start) throws Exception {
                Deque<String> left = new ArrayDeque<>(List.of(start));
                int pages = 0;
                while (!left.isEmpty()) {
                  for (String link : get(left.poll()).split("href=")) left.add(link);
                  pages++;
                }
                return pages;
              }
              String get(String url) throws Exception {
                return http.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .body();
              }
            }
            """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("codes"));
    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("crawl"));
    assertTrue(advice.first("crawl").when().contains("take all that is there"));
  }

  @Test
  void questions_over_one_connection_could_have_one_each_and_changes_belong_together() {
    Advised advice =
        on(
            """
            class Report {
              private final Connection connection;
              Report(Connection connection) { this.connection = connection; }
              Map<Integer, Long> totals(List<Integer> customers) throws SQLException {
                Map<Integer, Long> totals = new HashMap<>();
                for (int one : customers) totals.put(one, total(one));
                return totals;
              }
              void settle(List<Integer> customers) throws SQLException {
                for (int one : customers) pay(one);
              }
              long total(int customer) throws SQLException {
                try (PreparedStatement ask = connection.prepareStatement("SELECT ?")) {
                  ask.setInt(1, customer);
                  try (ResultSet row = ask.executeQuery()) { row.next(); return row.getLong(1); }
                }
              }
              void pay(int customer) throws SQLException {
                try (PreparedStatement pay = connection.prepareStatement("UPDATE t SET x = ?")) {
                  pay.setInt(1, customer);
                  pay.executeUpdate();
                }
              }
            }
            """);

    assertEquals(List.of("sequential-independent-io: threads confine"), advice.at("totals"));
    assertEquals(List.of(), advice.at("settle"));
  }

  @Test
  void tasks_of_a_pool_that_compute_under_one_lock_stand_in_a_queue() {
    Advised advice =
        on(
            """
            class Rates {
              private final Map<Integer, double[]> cache = new HashMap<>();
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              synchronized double[] curve(int seed) {
                double[] curve = cache.get(seed);
                if (curve == null) { curve = simulate(seed); cache.put(seed, curve); }
                return curve;
              }
              static double[] simulate(int seed) {
                double[] c = new double[500];
                for (int p = 0; p < 200; p++)
                  for (int i = 1; i < c.length; i++) c[i] += Math.sin(seed + i * p);
                return c;
              }
              double value(List<Integer> seeds) throws Exception {
                List<Future<double[]>> all = new ArrayList<>();
                for (int seed : seeds) all.add(pool.submit(() -> curve(seed)));
                double sum = 0;
                for (Future<double[]> one : all) sum += one.get()[10];
                return sum;
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change narrow"), advice.at("curve"));
    within(2.5, advice.first("curve"));
  }

  @Test
  void readers_that_count_their_visits_are_readers() {
    Advised advice =
        on(
            """
            class Scores {
              private final ReentrantLock lock = new ReentrantLock();
              private final double[][] table;
              private int hits;
              Scores(double[][] table) { this.table = table; }
              double score(int[] path) {
                lock.lock();
                try {
                  hits++;
                  double sum = 0;
                  for (int i = 1; i < path.length; i++) sum += Math.log(1 + table[path[i - 1]][path[i]]);
                  return sum;
                } finally { lock.unlock(); }
              }
              void correct(int a, int b, double now) {
                lock.lock();
                try { table[a][b] = now; } finally { lock.unlock(); }
              }
              double sum(List<int[]> paths) {
                return paths.parallelStream().mapToDouble(this::score).sum();
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change read-write"), advice.at("score"));
    assertTrue(advice.first("score").change().startsWith("Count Scores.hits"));
    assertEquals(List.of(), advice.at("sum"));
  }

  @Test
  void what_accumulates_for_others_is_prepared_outside_and_not_given_to_each() {
    Advised advice =
        on(
            """
            class Board {
              private final TreeSet<Integer> best = new TreeSet<>();
              synchronized void enter(String[] lines) {
                for (String line : lines) {
                  String[] parts = line.trim().replaceAll(" +", " ").split(";");
                  best.add(Integer.parseInt(parts[1].trim()) * 100 + Integer.parseInt(parts[0]));
                }
              }
              synchronized int top() { return best.last(); }
            }
            class Season {
              private final ExecutorService referees = Executors.newFixedThreadPool(4);
              private final Board board;
              Season(Board board) { this.board = board; }
              void play(List<String[]> matches) {
                for (String[] match : matches) referees.execute(() -> board.enter(match));
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change narrow"), advice.at("enter"));
  }

  @Test
  void parts_that_split_down_to_a_few_elements_are_not_worth_a_task() {
    String code =
        """
        class Sum extends RecursiveAction {
          private static final int LIMIT = %s;
          private final double[] a; private final int lo; private final int hi;
          Sum(double[] a, int lo, int hi) { this.a = a; this.lo = lo; this.hi = hi; }
          @Override protected void compute() {
            if (hi - lo < LIMIT) { for (int i = lo; i < hi; i++) a[i] = a[i] * 1.1 + 2; return; }
            int m = (lo + hi) / 2;
            invokeAll(new Sum(a, lo, m), new Sum(a, m, hi));
          }
        }
        """;

    assertEquals(List.of("tiny-task-hand-off: sequential"), on(code.formatted("10")).at("compute"));
    assertEquals(List.of(), on(code.formatted("100_000")).at("compute"));
  }

  @Test
  void a_subscriber_that_waits_keeps_its_publisher_waiting() {
    Advised advice =
        on(
            """
            class Forwarder implements Flow.Subscriber<String> {
              private Flow.Subscription subscription;
              public void onSubscribe(Flow.Subscription s) { subscription = s; s.request(1); }
              public void onNext(String event) { send(event); subscription.request(1); }
              public void onError(Throwable e) {}
              public void onComplete() {}
              static void send(String event) {
                try (Socket socket = new Socket("store", 7)) {
                  socket.getOutputStream().write(event.getBytes());
                  socket.getInputStream().read();
                } catch (IOException e) { throw new UncheckedIOException(e); }
              }
            }
            """);

    assertEquals(List.of("one-by-one: virtual-threads"), advice.at("onNext"));
  }

  @Test
  void all_tasks_of_a_list_given_to_one_thread_pass_through_it() {
    Advised advice =
        on(
            """
            class Checks {
              private final ExecutorService one = Executors.newSingleThreadExecutor();
              int up(List<String> hosts) throws Exception {
                List<Callable<Boolean>> asks = new ArrayList<>();
                for (String host : hosts) asks.add(() -> ping(host));
                int up = 0;
                for (Future<Boolean> each : one.invokeAll(asks)) if (each.get()) up++;
                return up;
              }
              static boolean ping(String host) throws IOException {
                try (Socket s = new Socket(host, 80)) {
                  s.getOutputStream().write(1);
                  return s.getInputStream().read() == 1;
                }
              }
            }
            """);

    assertEquals(List.of("gil-single-thread-executor: virtual-threads"), advice.at("up"));
  }

  /** Two cores, and what a contended lock loses at its hand-over. */
  private static void within(double most, Remedy remedy) {
    double predicted = remedy.predicted().orElseThrow().speedup();
    assertTrue(predicted > 1.1 && predicted <= most, remedy.toString());
  }

  @Test
  void an_iterator_that_is_given_is_walked_along() {
    Advised advice =
        on(
            """
            class Sizes {
              private final HttpClient http = HttpClient.newHttpClient();
              Map<String, Integer> of(Iterator<String> urls) throws Exception {
                Map<String, Integer> sizes = new LinkedHashMap<>();
                while (urls.hasNext()) { String url = urls.next(); sizes.put(url, get(url).length()); }
                return sizes;
              }
              int pairs(Iterator<String> urls) throws Exception {
                int all = 0;
                String last = "";
                while (urls.hasNext()) { last = get(urls.next() + last); all += last.length(); }
                return all;
              }
              String get(String url) throws Exception {
                return http.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .body();
              }
            }
            """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("of"));
    assertEquals(List.of(), advice.at("pairs"));
  }

  @Test
  void a_line_that_is_printed_ties_no_waits_together() {
    Advised advice =
        on(
            """
            class Watch extends TimerTask {
              private final HttpClient http = HttpClient.newHttpClient();
              private final List<String> urls = new ArrayList<>();
              @Override public void run() {
                for (String url : urls) {
                  try { tell(url, get(url)); } catch (Exception e) { System.err.println(url); }
                }
              }
              private void tell(String url, String text) {
                System.out.println(url + " " + text.length());
              }
              String get(String url) throws Exception {
                return http.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .body();
              }
            }
            """);

    assertEquals(List.of("sequential-independent-io: virtual-threads"), advice.at("run"));
  }

  @Test
  void tasks_that_compare_with_one_collator_queue_at_its_lock() {
    Advised advice =
        on(
            """
            class Names {
              private static final java.text.Collator ORDER =
                  java.text.Collator.getInstance(Locale.FRANCE);
              private final ExecutorService pool =
                  Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
              List<List<String>> all(List<List<String>> lists) throws Exception {
                List<Callable<List<String>>> jobs = new ArrayList<>();
                for (List<String> one : lists) jobs.add(() -> sorted(one));
                List<List<String>> all = new ArrayList<>();
                for (Future<List<String>> one : pool.invokeAll(jobs)) all.add(one.get());
                return all;
              }
              List<List<String>> plain(List<List<String>> lists) throws Exception {
                List<Callable<List<String>>> jobs = new ArrayList<>();
                for (List<String> one : lists) jobs.add(() -> byLength(one));
                List<List<String>> all = new ArrayList<>();
                for (Future<List<String>> one : pool.invokeAll(jobs)) all.add(one.get());
                return all;
              }
              List<String> sorted(List<String> names) {
                List<String> copy = new ArrayList<>(names);
                Collections.sort(copy, ORDER);
                return copy;
              }
              List<String> byLength(List<String> names) {
                List<String> copy = new ArrayList<>(names);
                Collections.sort(copy, Comparator.comparingInt(String::length));
                return copy;
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change per-instance"), advice.at("sorted"));
    assertEquals(List.of(), advice.at("byLength"));
  }

  @Test
  void an_order_kept_in_a_static_field_serves_all_who_sort_by_it() {
    Advised advice =
        on(
            """
            class Directory {
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              private final Comparator<String> order;
              Directory() { this(Order.NATIONAL); }
              Directory(Comparator<String> order) { this.order = order; }
              List<String> print(List<String[]> towns) throws Exception {
                List<Future<String>> pages = new ArrayList<>();
                for (String[] town : towns) pages.add(pool.submit(() -> page(town)));
                List<String> printed = new ArrayList<>();
                for (Future<String> page : pages) printed.add(page.get());
                return printed;
              }
              String page(String[] names) {
                Arrays.sort(names, order);
                return String.join(",", names);
              }
              static final class Order implements Comparator<String> {
                static final Order NATIONAL = new Order(Locale.GERMANY);
                private final java.text.Collator collator;
                Order(Locale locale) { collator = java.text.Collator.getInstance(locale); }
                @Override public int compare(String a, String b) { return collator.compare(a, b); }
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change per-instance"), advice.at("compare"));
    assertTrue(advice.first("compare").predicted().orElseThrow().speedup() > 2);
  }

  @Test
  void tasks_that_pass_a_lock_line_by_line_queue_there() {
    Advised advice =
        on(
            """
            class Stamps {
              private static final java.text.DateFormat FORMAT =
                  new java.text.SimpleDateFormat("yyyy-MM-dd HH:mm:ss");
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              List<String> all(List<long[]> batches) throws Exception {
                List<Future<String>> jobs = new ArrayList<>();
                for (long[] batch : batches) jobs.add(pool.submit(() -> lines(batch)));
                List<String> all = new ArrayList<>();
                for (Future<String> job : jobs) all.add(job.get());
                return all;
              }
              String lines(long[] times) {
                StringBuilder lines = new StringBuilder();
                for (long time : times) {
                  synchronized (FORMAT) { lines.append(FORMAT.format(new java.util.Date(time))); }
                  lines.append('\\n');
                }
                return lines.toString();
              }
              private static final java.text.NumberFormat MONEY =
                  java.text.NumberFormat.getInstance();
              synchronized static String money(double amount) {
                return MONEY.format(amount);
              }
              static String[] page(double[] amounts) throws Exception {
                String[] page = new String[amounts.length];
                Thread[] threads = new Thread[4];
                for (int t = 0; t < 4; t++) {
                  int first = t;
                  threads[t] = new Thread(() -> {
                    for (int i = first; i < amounts.length; i += 4) page[i] = money(amounts[i]);
                  });
                  threads[t].start();
                }
                for (Thread thread : threads) thread.join();
                return page;
              }
            }
            """);

    assertEquals(List.of("gil-cpu: lock-change per-instance"), advice.at("lines"));
    assertEquals(List.of("gil-cpu: lock-change per-instance"), advice.at("money"));
  }

  @Test
  void the_outermost_of_loops_that_could_share_the_cores_is_spoken_of() {
    Advised advice =
        on(
            """
            class Risk {
              double[] all(List<double[]> positions) {
                double[] all = new double[positions.size()];
                int i = 0;
                for (double[] one : positions) all[i++] = simulate(one, 100_000);
                return all;
              }
              static double simulate(double[] position, int runs) {
                double sum = 0;
                for (int run = 0; run < runs; run++) {
                  sum += Math.exp(Math.sin(run * position[0])) * Math.sqrt(run + position[1]);
                }
                return sum / runs;
              }
            }
            """);

    assertEquals(List.of("parallelisable-cpu-loop: threads"), advice.at("all"));
    assertEquals(List.of(), advice.at("simulate"));
  }

  @Test
  void a_recursion_over_stretches_of_an_array_splits_and_one_over_the_same_place_does_not() {
    Advised advice =
        on(
            """
            class Recursions {
              static void sort(int[] a, int[] t, int lo, int hi) {
                if (hi - lo < 2) return;
                int mid = (lo + hi) >>> 1;
                sort(a, t, lo, mid);
                sort(a, t, mid, hi);
                int i = lo, j = mid, k = lo;
                while (i < mid && j < hi) t[k++] = a[i] <= a[j] ? a[i++] : a[j++];
                while (i < mid) t[k++] = a[i++];
                while (j < hi) t[k++] = a[j++];
                System.arraycopy(t, lo, a, lo, hi - lo);
              }
              static void twice(double[] a, int from, int left) {
                if (left == 0) return;
                for (int i = 0; i < a.length; i++) a[i] = Math.sin(a[i]) * from;
                twice(a, from, left - 1);
                twice(a, from, left - 1);
              }
            }
            """);

    assertEquals(List.of("recursive-split: threads"), advice.at("sort"));
    assertEquals(List.of(), advice.at("twice"));
  }

  @Test
  void blocks_in_a_list_are_as_long_as_blocks_elsewhere() {
    Advised advice =
        on(
            """
            class Packing {
              List<byte[]> all(List<byte[]> blocks) throws IOException {
                List<byte[]> all = new LinkedList<>();
                for (byte[] block : blocks) all.add(pack(block));
                return all;
              }
              static byte[] pack(byte[] block) throws IOException {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (java.util.zip.GZIPOutputStream out =
                    new java.util.zip.GZIPOutputStream(packed)) {
                  out.write(block);
                }
                return packed.toByteArray();
              }
            }
            """);

    assertEquals(List.of("parallelisable-cpu-loop: threads"), advice.at("all"));
  }

  @Test
  void what_main_hands_over_for_each_is_the_work_and_no_setting_up() {
    Advised advice =
        on(
            """
            class Pricer {
              private final Random random = new Random(1);
              double path(int days) {
                double sum = 0;
                for (int i = 0; i < days; i++) sum += Math.exp(random.nextGaussian());
                return sum;
              }
              public static void main(String[] args) throws Exception {
                Pricer pricer = new Pricer();
                ExecutorService cores = Executors.newFixedThreadPool(4);
                List<Future<Double>> all = new ArrayList<>();
                for (String arg : args) {
                  int days = arg.length();
                  all.add(cores.submit(() -> pricer.path(days)));
                }
                for (Future<Double> one : all) System.out.println(one.get());
              }
            }
            """,
            """
            class Once {
              private final Random random = new Random(1);
              double warmUp(int days) {
                double sum = 0;
                for (int i = 0; i < days; i++) sum += Math.exp(random.nextGaussian());
                return sum;
              }
              public static void main(String[] args) throws Exception {
                Once once = new Once();
                ExecutorService cores = Executors.newFixedThreadPool(4);
                Future<Double> sum = cores.submit(() -> once.warmUp(args.length));
                System.out.println(sum.get());
              }
            }
            """);

    assertEquals(List.of("shared-generator: lock-change per-instance"), advice.at("path"));
    assertEquals(List.of(), advice.at("warmUp"));
  }

  private static final String LOADING =
      """
        private final Map<String, String> known = new HashMap<>();
        private final HttpClient http = HttpClient.newHttpClient();
        synchronized String get(String id) throws Exception {
          String page = known.get(id);
          if (page == null) {
            page = http.send(
                    HttpRequest.newBuilder(URI.create("http://shop/" + id)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
            known.put(id, page);
          }
          return page;
        }
      }
      """;

  @Test
  void who_asks_a_cache_waits_for_what_another_misses_there() {
    String pool =
        """
        class Many {
          int all(List<String> ids) throws Exception {
            Cache cache = new Cache();
            ExecutorService pool = Executors.newFixedThreadPool(50);
            List<Future<String>> all = new ArrayList<>();
            for (String id : ids) all.add(pool.submit(() -> cache.get(id)));
            int sum = 0;
            for (Future<String> one : all) sum += one.get().length();
            return sum;
          }
        }
        """;
    String own =
        """
        class Many {
          int all(List<List<String>> groups) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(50);
            List<Future<Integer>> all = new ArrayList<>();
            for (List<String> group : groups) {
              Cache cache = new Cache();
              all.add(pool.submit(() -> cache.get(group.get(0)).length()));
            }
            int sum = 0;
            for (Future<Integer> one : all) sum += one.get();
            return sum;
          }
        }
        """;

    assertEquals(
        List.of("blocking-under-lock: lock-change move-waiting-out"),
        on("class Cache {" + LOADING, pool).at("get"));
    assertEquals(List.of(), on("class Cache {" + LOADING, own).at("get"));
  }

  private static final String SERVER =
      """
      class Pages {
        static class Handler implements com.sun.net.httpserver.HttpHandler {
          private final Service service;
          Handler(Service service) { this.service = service; }
          public void handle(com.sun.net.httpserver.HttpExchange asked) throws IOException {
            byte[] page = service.page(asked.getRequestURI().getPath()).getBytes();
            asked.sendResponseHeaders(200, page.length);
            asked.getResponseBody().write(page);
          }
        }
        public static void main(String[] args) throws Exception {
          com.sun.net.httpserver.HttpServer server =
              com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(80), 10);
          server.createContext("/", new Handler(new Service()));
          EXECUTOR
          server.start();
        }
      }
      class Service {
        private final Cache cache = new Cache();
        String page(String id) {
          try { return "<p>" + cache.get(id); } catch (Exception e) { return ""; }
        }
      }
      """;

  @Test
  void requests_of_a_server_with_threads_come_side_by_side_to_what_its_handler_has() {
    String threads = "server.setExecutor(Executors.newFixedThreadPool(20));";

    assertEquals(
        List.of("blocking-under-lock: lock-change move-waiting-out"),
        on("class Cache {" + LOADING, SERVER.replace("EXECUTOR", threads)).at("get"));
    assertEquals(
        List.of(), on("class Cache {" + LOADING, SERVER.replace("EXECUTOR", "")).at("get"));
  }

  @Test
  void requests_that_only_look_under_a_lock_may_look_together() {
    Advised advice =
        on(
            """
            class Scores {
              private double[][] table = new double[200][200];
              synchronized double best(int[] asked) {
                double best = 0;
                for (int i = 0; i < table.length; i++) {
                  double sum = 0;
                  for (int j = 0; j < table[i].length; j++) {
                    sum += Math.abs(Math.sin(table[i][j]) - asked[j % asked.length]);
                  }
                  best = Math.max(best, sum);
                }
                return best;
              }
              synchronized void replace(double[][] table) { this.table = table; }
              public static void main(String[] args) throws Exception {
                Scores scores = new Scores();
                Executors.newScheduledThreadPool(1)
                    .scheduleAtFixedRate(
                        () -> scores.replace(new double[200][200]), 0, 10, TimeUnit.SECONDS);
                com.sun.net.httpserver.HttpServer server =
                    com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(80), 10);
                server.createContext(
                    "/",
                    asked -> {
                      byte[] best = Double.toString(scores.best(new int[] {1, 2})).getBytes();
                      asked.sendResponseHeaders(200, best.length);
                      asked.getResponseBody().write(best);
                    });
                server.setExecutor(Executors.newFixedThreadPool(8));
                server.start();
              }
            }
            """);

    assertTrue(advice.at("best").contains("gil-cpu: lock-change read-write"));
  }

  @Test
  void a_histogram_counts_and_what_is_moved_from_place_to_place_does_not() {
    Advised advice =
        on(
            """
            class Tones {
              private final int[] counts = new int[256];
              private final int[] cells = new int[256];
              synchronized void add(int tone) { counts[tone & 0xff]++; }
              void all(List<int[]> strips) throws Exception {
                ExecutorService pool = Executors.newFixedThreadPool(4);
                for (int[] strip : strips) {
                  pool.submit(() -> { for (int tone : strip) add(tone); });
                }
              }
            }
            """,
            """
            class Cells {
              private final int[] cells = new int[256];
              synchronized void move(int from) { cells[from] = cells[from + 1] + 1; }
              void all(List<int[]> strips) throws Exception {
                ExecutorService pool = Executors.newFixedThreadPool(4);
                for (int[] strip : strips) {
                  pool.submit(() -> { for (int from : strip) move(from); });
                }
              }
            }
            """);

    assertEquals(List.of("counter-under-lock: lock-change confine"), advice.at("add"));
    assertEquals(List.of(), advice.at("move"));
  }

  private static final String VISITOR =
      """
      class Archive extends java.nio.file.SimpleFileVisitor<java.nio.file.Path> {
        private int files;
        private final java.util.zip.GZIPOutputStream one;
        Archive(java.util.zip.GZIPOutputStream one) { this.one = one; }
        static class Best extends java.util.zip.GZIPOutputStream {
          Best(OutputStream out) throws IOException { super(out); def.setLevel(9); }
        }
        @Override
        public java.nio.file.FileVisitResult visitFile(
            java.nio.file.Path file, java.nio.file.attribute.BasicFileAttributes about)
            throws IOException {
          byte[] content = java.nio.file.Files.readAllBytes(file);
          WRITE
          files++;
          return java.nio.file.FileVisitResult.GOES;
        }
        FOLDERS
        int all(java.nio.file.Path root) throws IOException {
          java.nio.file.Files.walkFileTree(root, this);
          return files;
        }
      }
      """;

  private static final String OWN_FILE =
      """
      try (OutputStream out =
          new Best(java.nio.file.Files.newOutputStream(file.resolveSibling("z")))) {
        out.write(content);
      }
      """;

  private static final String FOLDERS =
      """
      @Override
      public java.nio.file.FileVisitResult postVisitDirectory(
          java.nio.file.Path folder, IOException failed) throws IOException {
        java.nio.file.Files.delete(folder);
        return java.nio.file.FileVisitResult.CONTINUE;
      }
      """;

  private static List<String> visited(String write, String goes, String folders) {
    String code = VISITOR.replace("WRITE", write).replace("GOES", goes);
    return on(code.replace("FOLDERS", folders)).at("all");
  }

  @Test
  void the_files_of_a_tree_are_visited_in_a_loop_unless_folders_or_the_end_hang_on_them() {
    List<String> spoken = List.of("parallelisable-cpu-loop: threads");

    assertEquals(spoken, loops(visited(OWN_FILE, "CONTINUE", "")));
    assertEquals(List.of(), loops(visited("one.write(content);", "CONTINUE", "")));
    assertEquals(List.of(), loops(visited(OWN_FILE, "TERMINATE", "")));
    assertEquals(List.of(), loops(visited(OWN_FILE, "CONTINUE", FOLDERS)));
  }

  private static List<String> loops(List<String> spoken) {
    return spoken.stream().filter(said -> !said.startsWith("mixed-method")).toList();
  }

  private static final String CONFIGURATION =
      """
      class Monitor {
        final Map<String, Properties> sections = new TreeMap<>();
        void read(java.nio.file.Path directory) throws IOException {
          try (java.nio.file.DirectoryStream<java.nio.file.Path> files =
              java.nio.file.Files.newDirectoryStream(directory)) {
            for (java.nio.file.Path file : files) {
              Properties section = new Properties();
              try (Reader in = java.nio.file.Files.newBufferedReader(file)) { section.load(in); }
              Properties all = new Properties();
              section.forEach((key, given) -> {
                String value = given.toString();
                for (int depth = 0; depth < 20; depth++) {
                  for (Map.Entry<String, String> one : System.getenv().entrySet()) {
                    value = value.replace("${" + one.getKey() + "}", one.getValue());
                  }
                }
                all.put(key, value);
              });
              sections.put(file.toString(), all);
            }
          }
        }
        public static void main(String[] args) throws Exception {
          Monitor monitor = new Monitor();
          monitor.read(java.nio.file.Path.of(args[0]));
          STAYS
        }
      }
      """;

  @Test
  void what_a_program_that_stays_does_before_is_its_start() {
    String stays = "while (!Thread.interrupted()) { Thread.sleep(60_000); }";
    String twice =
        "while (!Thread.interrupted()) {"
            + " Thread.sleep(60_000); monitor.read(java.nio.file.Path.of(args[0])); }";

    assertEquals(List.of(), on(CONFIGURATION.replace("STAYS", stays)).at("read"));
    for (String other : List.of("System.out.println(monitor.sections);", twice)) {
      assertEquals(
          List.of("parallelisable-cpu-loop: threads"),
          on(CONFIGURATION.replace("STAYS", other)).at("read"));
    }
  }

  private static final String ONE_FRONT =
      """
      class Front {
        private final HttpClient http = HttpClient.newHttpClient();
        void answer(com.sun.net.httpserver.HttpExchange asked) throws IOException {
          try {
            byte[] rooms = http.send(
                HttpRequest.newBuilder(asked.getRequestURI()).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
            asked.sendResponseHeaders(200, rooms.length);
            asked.getResponseBody().write(rooms);
          } catch (InterruptedException e) { asked.sendResponseHeaders(503, -1); }
          asked.close();
        }
        void open() throws IOException {
          com.sun.net.httpserver.HttpServer server =
              com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(80), 10);
          server.createContext("/", this::answer);
          server.setExecutor(EXECUTOR);
          server.start();
        }
      }
      """;

  @Test
  void threads_that_another_server_is_given_serve_nobody_else() {
    String other =
        """
        class Other {
          com.sun.net.httpserver.HttpServer server;
          void open() throws IOException {
            SERVER
            server.setExecutor(Executors.newFixedThreadPool(8));
          }
        }
        """;
    String made =
        "server = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(81), 10);";
    String one = ONE_FRONT.replace("EXECUTOR", "null");

    assertEquals(
        List.of("one-by-one: virtual-threads"), on(one, other.replace("SERVER", made)).at("open"));
    assertEquals(List.of(), on(one, other.replace("SERVER", "")).at("open"));
    assertEquals(
        List.of(), on(ONE_FRONT.replace("EXECUTOR", "Executors.newCachedThreadPool()")).at("open"));
  }

  private static final String PENDING =
      """
      class Encoder {
        private FINAL Deque<String> pending = new ArrayDeque<>();
        void add(String clip) { pending.add(clip); }
        int all() throws Exception {
          int failures = 0;
          while (!pending.isEmpty()) {
            String clip = pending.poll();
            Process encodes = new ProcessBuilder("encode", clip).inheritIO().start();
            if (encodes.waitFor() != 0) { failures++; AGAIN }
          }
          return failures;
        }
      }
      """;

  @Test
  void a_queue_of_the_object_is_emptied_like_a_list_unless_something_may_come_in_again() {
    String encoder = PENDING.replace("FINAL", "final");

    assertEquals(
        List.of("sequential-independent-io: threads"), on(encoder.replace("AGAIN", "")).at("all"));
    for (String again : List.of("add(clip);", "pending.add(clip);")) {
      assertEquals(List.of(), on(encoder.replace("AGAIN", again)).at("all"));
    }
    assertEquals(List.of(), on(PENDING.replace("FINAL", "").replace("AGAIN", "")).at("all"));
  }

  private static final String OWN_ITERATOR =
      """
      class Migration {
        static class Total { static int lines; }
        record Account(String login, String hash) {}
        static class Accounts implements Iterator<Account> {
          private final BufferedReader in;
          private String line;
          Accounts(BufferedReader in) throws IOException { this.in = in; line = in.readLine(); }
          public boolean hasNext() { return line != null; }
          public Account next() {
            String[] parts = line.split(":");
            try { line = in.readLine(); } catch (IOException e) { line = null; }
            COUNTS
            return new Account(parts[0], parts[1]);
          }
          void skip() throws IOException { line = in.readLine(); }
        }
        static String wrap(Account account, int rounds) throws Exception {
          byte[] key = javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new javax.crypto.spec.PBEKeySpec(
                  account.hash().toCharArray(), new byte[16], 210_000 + rounds, 256))
              .getEncoded();
          return account.login() + HexFormat.of().formatHex(key);
        }
        void all(BufferedReader from, Writer to) throws Exception {
          Accounts accounts = new Accounts(from);
          while (accounts.hasNext()) {
            Account account = accounts.next();
            SKIPS
            to.write(wrap(account, ROUNDS));
          }
        }
      }
      """;

  private static List<String> migrated(String counts, String skips, String rounds) {
    String code = OWN_ITERATOR.replace("COUNTS", counts).replace("SKIPS", skips);
    return on(code.replace("ROUNDS", rounds)).at("all");
  }

  @Test
  void an_iterator_of_the_program_is_walked_along_like_any_unless_more_hangs_on_it() {
    List<String> spoken = List.of("parallelisable-cpu-loop: threads");

    assertEquals(spoken, migrated("", "", "1"));
    assertEquals(List.of(), migrated("", "if (account.hash().isEmpty()) accounts.skip();", "1"));
    assertEquals(List.of(), migrated("Total.lines++;", "", "Total.lines"));
  }

  private static final String TILES =
      """
      class Tiles {
        private final HttpClient http = HttpClient.newHttpClient();
        Map<String, Long> sums(List<String> tiles) throws Exception {
          Map<String, Long> sums = new HashMap<>();
          for (String tile : tiles) {
            sums.put(tile, sum(http.send(
                HttpRequest.newBuilder(URI.create(tile)).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body()));
          }
          return sums;
        }
        static long sum(byte[] packed) throws Exception {
          java.util.zip.Inflater inflater = new java.util.zip.Inflater();
          inflater.setInput(packed);
          byte[] block = new byte[1 << 15];
          long sum = 1;
          int n = block.length;
          BLOCKS {
            for (int i = 0; i < n; i++) {
              sum = sum * 1_000_003L + (block[i] & 0xff);
              sum ^= sum >>> 29;
            }
          }
          inflater.end();
          return sum;
        }
      }
      """;

  @Test
  void what_is_unpacked_block_by_block_is_as_large_as_what_is_read_so() {
    assertEquals(
        List.of("sequential-independent-io: virtual-threads"),
        on(TILES.replace("BLOCKS", "while ((n = inflater.inflate(block)) > 0)")).at("sums"));
    assertEquals(
        List.of("sequential-independent-io: threads"),
        on(TILES.replace("BLOCKS", "for (int k = 0; k < 1_000; k++)")).at("sums"));
  }
}
