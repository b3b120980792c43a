package media.convert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has clips converted by the command line converter. */
public final class ClipConverter {
  private static final long LIMIT_SECONDS = 60;

  private final Path tool;

  public ClipConverter(Path tool) {
    this.tool = tool;
  }

  /** Converts the clips; returns what the converter said of each. */
  public List<String> convertAll(List<String> clips) throws IOException, InterruptedException {
    List<String> reports = new ArrayList<>(clips.size());
    for (String clip : clips) {
      reports.add(convert(clip));
    }
    return reports;
  }

  public String convert(String clip) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(tool.toString(), "--preset", "web", clip)
            .redirectErrorStream(true)
            .start();
    String report;
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      report = output.readLine();
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("converter hangs on " + clip);
    }
    if (process.exitValue() != 0) {
      throw new IOException("converter failed on " + clip + ": " + report);
    }
    return report;
  }
}
