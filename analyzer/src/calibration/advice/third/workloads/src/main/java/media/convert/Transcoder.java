package media.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the external transcoder on one file. */
public class Transcoder {
  private final List<String> command;
  private final long patienceSeconds;

  public Transcoder(List<String> command, long patienceSeconds) {
    this.command = List.copyOf(command);
    this.patienceSeconds = patienceSeconds;
  }

  public long transcode(Path source) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.add(source.toString());
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("transcoder hangs at " + source);
    }
    if (process.exitValue() != 0) {
      throw new IOException("transcoder failed at " + source + ": " + output);
    }
    return Long.parseLong(output);
  }
}
