package dev.concur.samples.processnotworthit;

import java.io.IOException;
import java.util.List;

/**
 * Formats letters. Wrong: the JVM has no global lock to run away from, and each start costs more
 * than a letter.
 *
 * <p>Best: threads in this process.
 */
public final class LetterForge {

  private final String classPath;

  public LetterForge(String classPath) {
    this.classPath = classPath;
  }

  /** Formats all letters, each in a JVM of its own. */
  // label: io process
  public int format(List<String> letters) throws IOException, InterruptedException {
    int failed = 0;
    for (String letter : letters) {
      // expect: process-not-worth-it
      Process formatter =
          new ProcessBuilder(
                  "java", "-cp", classPath, "dev.concur.samples.processnotworthit.Format", letter)
              .inheritIO()
              .start();
      failed += formatter.waitFor() == 0 ? 0 : 1;
    }
    return failed;
  }
}
