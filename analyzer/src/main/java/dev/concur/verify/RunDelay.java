package dev.concur.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the threads of this process ran and how long they stood in the run queue, as Linux
 * counts it.
 *
 * @param cpu ns on a core
 * @param delay ns ready to run, but waiting for a core
 */
record RunDelay(long cpu, long delay) {

  private static final Path TASKS = Path.of("/proc/self/task");

  /** The counts now; negative where the system has none. */
  static RunDelay now() {
    long cpu = 0;
    long delay = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        String[] words = read(task.resolve("schedstat"));
        cpu += Long.parseLong(words[0]);
        delay += Long.parseLong(words[1]);
      }
      return new RunDelay(cpu, delay);
    } catch (IOException | NumberFormatException unknown) {
      return new RunDelay(-1, -1);
    }
  }

  /** Share of the wanted CPU time spent waiting for a core since then; negative when unknown. */
  double shareSince(RunDelay earlier) {
    if (cpu < 0 || earlier.cpu < 0) {
      return -1;
    }
    double ran = Math.max(0, cpu - earlier.cpu);
    double waited = Math.max(0, delay - earlier.delay);
    return ran + waited == 0 ? 0 : waited / (ran + waited);
  }

  private static String[] read(Path schedstat) throws IOException {
    try {
      return Files.readString(schedstat, StandardCharsets.US_ASCII).split(" ");
    } catch (java.nio.file.NoSuchFileException ended) {
      return new String[] {"0", "0"};
    }
  }
}
