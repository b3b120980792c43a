package dev.concur.report;

import dev.concur.advise.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the patches of a report into a folder of their own, the first thing to do first; the
 * sources stay as they are.
 */
public final class PatchFiles {

  private PatchFiles() {}

  /** Writes them and says how many there were. */
  public static int write(Report report, WriterContext context, Path folder) throws IOException {
    List<Advice> counting = Summary.of(report).counting();
    int written = 0;
    for (Advice advice : counting) {
      Optional<Patch> patch = context.sources().patchOf(advice);
      if (patch.isPresent()) {
        written++;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name(written, advice)), text(advice, patch.get()));
      }
    }
    return written;
  }

  private static String name(int number, Advice advice) {
    String type = Paths.of(advice.finding().at(), SourceTexts.NONE);
    String simple = type.substring(type.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    return "%02d-%s-%s.patch".formatted(number, advice.finding().rule(), simple);
  }

  /** What is above the first file name is for readers; {@code git apply} passes over it. */
  private static String text(Advice advice, Patch patch) {
    String when = advice.first().when();
    String change = Words.plain(advice.first().change());
    return change + (when.isEmpty() ? "" : "\nif " + Words.plain(when)) + "\n\n" + patch.diff();
  }
}
