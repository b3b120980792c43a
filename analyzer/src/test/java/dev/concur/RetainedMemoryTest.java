package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.rule.Rules;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scan keeps of each method once locks are found: what decides how much heap it needs. */
class RetainedMemoryTest {

  /** The heap of a container in which little may be kept unpacked. */
  private static final String HEAP = "-Xmx96m";

  /** Measured on our own classes, 2,864, and some more; 3,093 with all of it in the heap. */
  private static final long MOST_BYTES = 2_950;

  @Test
  void a_scan_keeps_so_much_of_each_method() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Keeping.class.getName()));
    command.addAll(List.of(home(Concur.class), home(Rules.class)));
    Process scan = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertEquals(0, scan.waitFor(), said);
    assertTrue(Long.parseLong(said) < MOST_BYTES, said + " bytes a method");
  }

  private static String home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /**
   * Scans what it is told and prints how many bytes are kept for each method when judging begins.
   */
  static final class Keeping {

    private Keeping() {}

    public static void main(String[] paths) {
      long[] kept = {0};
      long before = used();
      Progress look =
          (what, done, all) -> {
            if (what.equals("judging")) {
              kept[0] = used() - before;
            }
          };
      Analysis analysis =
          Concur.analyze(new Settings().paths(List.of(paths)).progress(look).request());
      System.out.println(kept[0] / analysis.report().methods().size());
    }

    private static long used() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }
}
