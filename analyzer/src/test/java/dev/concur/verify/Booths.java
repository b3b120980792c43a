package dev.concur.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * A small project of a user's, laid out as Maven does: a method that can only be called with what
 * earlier calls gave, and tests that do so.
 */
final class Booths {

  private static final Map<String, String> SOURCES =
      Map.of(
          "pom.xml",
          """
          <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>shop</groupId>
            <artifactId>booths</artifactId>
            <version>1</version>
          </project>
          """,
          "src/main/java/shop/Booth.java",
          """
          package shop;

          import java.util.List;
          import java.util.Map;
          import java.util.concurrent.ConcurrentHashMap;

          /** Checks only tickets that it has sold itself. */
          public final class Booth {
            private final Map<Ticket, String> sold = new ConcurrentHashMap<>();

            public static final class Ticket {
              private final String words;

              Ticket(String words) {
                this.words = words;
              }
            }

            public List<Ticket> sell(String words) {
              Ticket ticket = new Ticket(words);
              sold.put(ticket, words);
              return List.of(ticket);
            }

            public void close() {
              sold.clear();
            }

            public synchronized long check(Ticket ticket) {
              String words = sold.get(ticket);
              if (words == null) {
                throw new IllegalStateException("not one of ours");
              }
              long sum = 0;
              for (int round = 0; round < 200; round++) {
                for (int k = 0; k < words.length(); k++) {
                  sum = 31 * sum + words.charAt(k) + round;
                }
              }
              return sum;
            }

            public synchronized long checkLater(Ticket ticket) throws InterruptedException {
              Thread.sleep(5);
              return check(ticket);
            }

            public long unasked(Ticket ticket) {
              return check(ticket);
            }
          }
          """,
          "src/test/java/shop/AnyBoothTest.java",
          """
          package shop;

          import org.junit.jupiter.api.Test;

          class AnyBoothTest {
            static Object all;

            @Test
            void eats_all_there_is() {
              new Booth();
              all = new long[Integer.MAX_VALUE - 8];
            }
          }
          """,
          "src/test/resources/words.txt",
          "a ticket with so many words that checking them takes a while",
          "src/test/java/shop/BoothTest.java",
          """
          package shop;

          import static org.junit.jupiter.api.Assertions.assertThrows;
          import static org.junit.jupiter.api.Assertions.assertTrue;

          import java.nio.file.Files;
          import java.nio.file.Path;
          import org.junit.jupiter.api.AfterEach;
          import org.junit.jupiter.api.BeforeEach;
          import org.junit.jupiter.api.Test;

          class BoothTest {
            private final Booth booth = new Booth();
            private String words;

            @BeforeEach
            void read() throws Exception {
              words = Files.readString(Path.of("src/test/resources/words.txt"));
            }

            @AfterEach
            void close() {
              booth.close();
            }

            @Test
            void sells_what_it_checks() {
              assertTrue(booth.check(booth.sell("few").get(0)) != 0);
              assertTrue(booth.check(booth.sell(words).get(0)) != 0);
            }

            @Test
            void checks_later() throws Exception {
              assertTrue(booth.checkLater(booth.sell(words).get(0)) != 0);
            }

            @Test
            void turns_others_away() {
              assertThrows(
                  IllegalStateException.class, () -> booth.check(new Booth().sell(words).get(0)));
            }

            @Test
            void writes_where_it_must_not() throws Exception {
              Files.writeString(Path.of("/concur-must-not-write-this"), words);
            }
          }
          """);

  private final Path folder;

  private Booths(Path folder) {
    this.folder = folder;
  }

  /** Written into a folder and compiled against the JUnit that runs this. */
  static Booths in(Path folder) throws IOException {
    Booths booths = new Booths(folder);
    for (Map.Entry<String, String> each : SOURCES.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
    booths.compile("src/main/java/shop/Booth.java", booths.classes());
    booths.compile("src/test/java/shop/AnyBoothTest.java", booths.testClasses());
    booths.compile("src/test/java/shop/BoothTest.java", booths.testClasses());
    Files.copy(
        folder.resolve("src/test/resources/words.txt"), booths.testClasses().resolve("words.txt"));
    return booths;
  }

  private void compile(String source, Path to) throws IOException {
    Files.createDirectories(to);
    List<String> arguments =
        List.of(
            "-d",
            to.toString(),
            "-cp",
            BenchmarkProject.joined(testClassPath()),
            "-g",
            "-nowarn",
            folder.resolve(source).toString());
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, OutputStream.nullOutputStream(), arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IOException(source + " does not compile");
    }
  }

  Path folder() {
    return folder;
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path testClasses() {
    return folder.resolve("target/test-classes");
  }

  List<Path> testClassPath() {
    List<Path> all = new ArrayList<>(List.of(testClasses(), classes()));
    all.addAll(jupiter());
    return all;
  }

  TestModule tests() {
    return new TestModule(folder, List.of(testClasses()), testClassPath());
  }

  /** The jars of JUnit 5 that a project has on its class path: no launcher is among them. */
  static List<Path> jupiter() {
    return List.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.engine.JupiterTestEngine",
            "org.junit.platform.engine.TestEngine",
            "org.junit.platform.commons.JUnitException",
            "org.opentest4j.AssertionFailedError")
        .stream()
        .map(Booths::placeOf)
        .distinct()
        .toList();
  }

  private static Path placeOf(String className) {
    try {
      return Path.of(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
