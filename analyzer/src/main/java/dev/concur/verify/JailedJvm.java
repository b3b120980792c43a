package dev.concur.verify;

import dev.concur.verify.live.ParentWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JVM is started that tries code of the user's and measures nothing yet. */
final class JailedJvm {

  private JailedJvm() {}

  /** The command up to the options of its own; temporary files go to the folder it may write. */
  static List<String> command(BenchmarkJdk jdk, VerifyRequest request, Path scratch) {
    List<String> command =
        new ArrayList<>(List.of(jdk.java().toString(), request.options().largest()));
    command.addAll(
        List.of(
            ParentWatch.option(),
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            // Problems must keep their words: they say what was missing.
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:-UsePerfData",
            "-XX:-PrintWarnings",
            "-XX:MaxDirectMemorySize=128m",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + scratch));
    command.addAll(request.options().arguments());
    return command;
  }
}
