package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.read.edit.Edit;
import dev.concur.read.edit.SafeEdits;
import dev.concur.report.Patch;
import dev.concur.report.PatchFiles;
import dev.concur.report.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePatchesTest {

  private static final String GATE =
      """
      package shop;

      /** Counts who comes in. */
      public final class Gate {
        private static final Gate GATE = new Gate();

        private long passed;

        private Gate() {}

        public static int check(int ticket) {
          int hash = ticket * 31;
          GATE.pass();
          return hash;
        }

        public synchronized void pass() {
          passed++;
        }

        public synchronized void pass(int people) {
          this.passed += people;
        }

        public synchronized long passed() {
          return passed;
        }
      }
      """;

  private static final String ASKS =
      """
      package shop;

      import java.io.IOException;
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      public final class Asks {
        private static final Object LOCK = new Object();
        private static final Map<String, String> ANSWERS = new HashMap<>();
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        private final ExecutorService pool = Executors.newFixedThreadPool(4);

        public void all(List<String> pages) {
          for (String page : pages) {
            pool.submit(() -> ask(page));
          }
        }

        static String ask(String page) throws IOException, InterruptedException {
          HttpRequest request = HttpRequest.newBuilder(URI.create(page)).build();
          return CLIENT.send(request, BodyHandlers.ofString()).body();
        }

        public static void store(String page) throws IOException, InterruptedException {
          synchronized (LOCK) {
            String answer = ask(page);
            ANSWERS.put(page, answer);
          }
        }
      }
      """;

  private static final String DRAWS =
      """
      package shop;

      import java.util.Random;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      public final class Draws {
        private static final Random DICE = new Random();

        private final ExecutorService pool = Executors.newFixedThreadPool(2);

        public void all() {
          for (int i = 0; i < 50; i++) {
            pool.submit(Draws::round);
          }
        }

        static int round() {
          int sum = 0;
          for (int i = 0; i < 100_000; i++) {
            sum += DICE.nextInt(6);
          }
          return sum;
        }
      }
      """;

  private static final String TILL =
      """
      package shop;

      import java.time.Duration;
      import java.util.concurrent.TimeUnit;

      public final class Till {
        private static final Till TILL = new Till();
        private static final int MOMENT = 40;

        private long paid;
        private long drawers;

        public static Till till() {
          return TILL;
        }

        public synchronized void pay(int cents) throws InterruptedException {
          paid += cents;
          Thread.sleep(MOMENT);
          drawers++;
        }
      }
      """;

  @TempDir Path home;

  @Test
  void a_counter_becomes_an_adder() throws Exception {
    assertEquals(
        """
        --- a/src/main/java/shop/Gate.java
        +++ b/src/main/java/shop/Gate.java
        @@ -1,10 +1,12 @@
         package shop;
        \s
        +import java.util.concurrent.atomic.LongAdder;
        +
         /** Counts who comes in. */
         public final class Gate {
           private static final Gate GATE = new Gate();
        \s
        -  private long passed;
        +  private final LongAdder passed = new LongAdder();
        \s
           private Gate() {}
        \s
        @@ -14,15 +16,15 @@
             return hash;
           }
        \s
        -  public synchronized void pass() {
        -    passed++;
        +  public void pass() {
        +    passed.increment();
           }
        \s
        -  public synchronized void pass(int people) {
        -    this.passed += people;
        +  public void pass(int people) {
        +    this.passed.add(people);
           }
        \s
        -  public synchronized long passed() {
        -    return passed;
        +  public long passed() {
        +    return passed.sum();
           }
         }
        """,
        only(scan("Gate", GATE, 17)).diff());
  }

  @Test
  void a_counter_that_gives_what_it_counted_stays() throws Exception {
    String tickets = GATE.replace("passed++;", "passed = passed + 1;");

    assertEquals(List.of(), scan("Gate", tickets, 17));
  }

  @Test
  void a_call_leaves_its_block_and_on_21_the_pool_becomes_one_of_virtual_threads()
      throws Exception {
    List<Patch> on17 = scan("Asks", ASKS, 17);
    assertEquals(1, on17.size());
    assertTrue(
        on17.get(0).after().contains("    String answer = ask(page);\n    synchronized (LOCK) {\n"),
        on17.get(0)::diff);

    List<Patch> on21 = patches(21);
    assertEquals(2, on21.size());
    assertTrue(
        on21.stream()
            .anyMatch(each -> each.after().contains("newVirtualThreadPerTaskExecutor();")));
  }

  @Test
  void a_pool_for_computing_gets_as_many_threads_as_there_are_cores() throws Exception {
    String seals =
        """
        package shop;

        import java.security.MessageDigest;
        import java.util.List;
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;

        public final class Seals {
          private final ExecutorService pool = Executors.newFixedThreadPool(64);

          public void all(List<byte[]> pages) {
            for (byte[] page : pages) {
              pool.submit(() -> MessageDigest.getInstance("SHA-256").digest(page));
            }
          }
        }
        """;

    String after = only(scan("Seals", seals, 17)).after();

    assertTrue(after.contains("(Runtime.getRuntime().availableProcessors());"), after);
  }

  @Test
  void a_sleep_gives_its_lock_back_meanwhile() throws Exception {
    assertEquals(
        """
        --- a/src/main/java/shop/Till.java
        +++ b/src/main/java/shop/Till.java
        @@ -16,7 +16,7 @@
        \s
           public synchronized void pay(int cents) throws InterruptedException {
             paid += cents;
        -    Thread.sleep(MOMENT);
        +    wait(MOMENT);
             drawers++;
           }
         }
        """,
        only(scan("Till", TILL, 17)).diff());
  }

  @Test
  void a_sleep_of_any_unit_becomes_a_wait_of_that_unit() throws Exception {
    String units = TILL.replace("Thread.sleep(MOMENT)", "TimeUnit.MILLISECONDS.sleep(MOMENT)");
    String after = only(scan("Till", units, 17)).after();
    assertTrue(after.contains("    TimeUnit.MILLISECONDS.timedWait(this, MOMENT);"), after);
    write("Till", after);
    compile();

    String text = TILL.replace("Thread.sleep(MOMENT)", "Thread.sleep(Duration.ofSeconds(2))");
    assertEquals(
        List.of(new Edit(19, 5, 19, 40, "wait(Duration.ofSeconds(2).toMillis())")),
        SafeEdits.sleepWithoutLock(text, 19));
  }

  @Test
  void a_sleep_stays_where_the_wait_might_end_early_never_or_with_what_is_old() throws Exception {
    String signals = TILL.replace("drawers++;", "drawers++;\n    notifyAll();");
    String unknown = TILL.replace("sleep(MOMENT)", "sleep(cents)");
    String old =
        TILL.replace("paid += cents;", "long before = paid;")
            .replace("drawers++;", "drawers = before;");

    for (String text : List.of(signals, unknown, old)) {
      assertEquals(List.of(), scan("Till", text, 17), text);
    }
  }

  @Test
  void a_call_that_uses_what_the_lock_guards_stays() throws Exception {
    String last =
        ASKS.replace("= ask(page);", "= ask(latest);")
            .replace(
                "private static final Map",
                "private static String latest = \"\";\n  private static final Map");

    assertEquals(List.of(), scan("Asks", last, 17));
  }

  @Test
  void each_thread_draws_from_its_own_generator_unless_a_seed_was_given() throws Exception {
    String after = only(scan("Draws", DRAWS, 17)).after();
    assertTrue(after.contains("sum += ThreadLocalRandom.current().nextInt(6);"), after);
    assertTrue(after.contains("import java.util.concurrent.ThreadLocalRandom;"), after);

    String seeded = DRAWS.replace("new Random()", "new Random(7)");
    assertEquals(List.of(), scan("Draws", seeded, 17));
  }

  @Test
  void every_patch_applies_and_what_comes_out_compiles() throws Exception {
    write("Gate", GATE);
    write("Asks", ASKS);
    write("Draws", DRAWS);
    write("Till", TILL);
    compile();
    Analysis analysis = analysis(17);
    Path folder = home.resolve("patches");

    assertEquals(4, PatchFiles.write(analysis.report(), Concur.context(analysis), folder));

    run("git", "init", "-q", ".");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        run("git", "apply", each.toString());
      }
    }
    compile();
    assertTrue(Files.readString(source("Gate")).contains("LongAdder"));
    assertTrue(Files.readString(source("Till")).contains(" wait(MOMENT);"));
  }

  @Test
  void tools_find_it_as_a_fix_and_programs_as_a_patch() throws Exception {
    write("Till", TILL);
    scan("Gate", GATE, 17);
    Analysis analysis = analysis(17);

    assertTrue(written("sarif", analysis).contains("\"insertedContent\""));
    assertTrue(written("sarif", analysis).contains("\"wait(MOMENT)\""));
    assertTrue(written("json", analysis).contains("+++ b/src/main/java/shop/Gate.java"));
  }

  private static String written(String format, Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    Reports.write(format, analysis.report(), Concur.context(analysis), out);
    return out.toString();
  }

  private static Patch only(List<Patch> patches) {
    assertEquals(1, patches.size(), patches::toString);
    return patches.get(0);
  }

  private List<Patch> scan(String name, String text, int runtime) throws IOException {
    write(name, text);
    compile();
    return patches(runtime);
  }

  private List<Patch> patches(int runtime) {
    Analysis analysis = analysis(runtime);
    return analysis.report().advice().stream()
        .map(advice -> Concur.context(analysis).sources().patchOf(advice))
        .flatMap(Optional::stream)
        .toList();
  }

  private Analysis analysis(int runtime) {
    Settings settings = new Settings().paths(List.of(home.toString())).release(runtime);
    return Concur.analyze(settings.runtime(runtime).request());
  }

  private Path source(String name) {
    return home.resolve("src/main/java/shop/" + name + ".java");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(source(name).getParent());
    Files.writeString(source(name), text);
    Files.writeString(
        home.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId>"
            + "<artifactId>shop</artifactId><version>1</version></project>");
  }

  private void compile() throws IOException {
    Path classes = Files.createDirectories(home.resolve("target/classes"));
    List<String> arguments = new ArrayList<>(List.of("-g", "-d", classes.toString()));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(source("Any").getParent())) {
      files.forEach(file -> arguments.add(file.toString()));
    }
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
  }
}
