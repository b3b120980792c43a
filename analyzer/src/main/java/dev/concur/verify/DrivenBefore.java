package dev.concur.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Experiment;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What drove a method in an earlier run, so that a run that goes on where another had no time left
 * measures at once. What could not be driven is tried again: a busy machine may have been the
 * reason.
 */
final class DrivenBefore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "driven";

  private final Path output;
  private final VerdictCache keys;

  /**
   * What is kept below a folder.
   *
   * @param output folder for benchmarks
   * @param keys knows what else must be the same
   */
  DrivenBefore(Path output, VerdictCache keys) {
    this.output = output.toAbsolutePath();
    this.keys = keys;
  }

  /** How it was driven, in plain values. */
  private record Kept(
      String output,
      List<String> options,
      String inWords,
      String inSource,
      String home,
      int repeats,
      double nanos,
      double waited,
      double stretch,
      List<String> stubs,
      Set<Change> changed) {

    static Kept of(LiveRun run, Path output) {
      return new Kept(
          output.toString(),
          run.options(),
          run.arguments().inWords(),
          run.arguments().inSource(),
          run.arguments().home().map(Path::toString).orElse(""),
          run.repeats(),
          run.nanos(),
          run.waited(),
          run.stretch(),
          run.stubs(),
          run.changed());
    }

    LiveRun run() {
      Optional<Path> folder = home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home));
      return new LiveRun(
          options,
          new LiveRun.Arguments(inWords, inSource, folder),
          repeats,
          nanos,
          waited,
          stretch,
          stubs,
          changed);
    }
  }

  /** How it was driven; empty when it was not, or what that needs is no longer there. */
  Optional<LiveRun> of(Experiment experiment) {
    Path file = fileOf(experiment);
    if (!Files.isRegularFile(file) || !Files.exists(LiveCheck.settingsOf(output, experiment))) {
      return Optional.empty();
    }
    try {
      Kept kept = JSON.readValue(file.toFile(), Kept.class);
      return Optional.of(kept).filter(each -> each.output.equals(output.toString())).map(Kept::run);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps it for later runs; where that fails, it is tried again next time. */
  void keep(Experiment experiment, LiveRun run) {
    try {
      Files.createDirectories(output.resolve(FOLDER));
      JSON.writeValue(fileOf(experiment).toFile(), Kept.of(run, output));
    } catch (IOException full) {
      // It is tried again next time.
    }
  }

  private Path fileOf(Experiment experiment) {
    return output.resolve(FOLDER).resolve(keys.keyOf(experiment) + ".json");
  }
}
