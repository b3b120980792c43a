package dev.concur.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The third net, on Linux and where the system permits it: a worker in namespaces of its own, with
 * no network at all and every file system read-only but for its own folder. It holds native code
 * too, which the two nets inside the JVM do not.
 */
final class Namespaces {

  private static final long PATIENCE_SECONDS = 5;

  /** The first argument stays writable; the others are the command. */
  private static final String SCRIPT =
      """
      own=$1
      shift
      mount --bind "$own" "$own" || exit 90
      while read -r device place rest; do
        [ "$place" = "$own" ] || mount -o remount,bind,ro "$place" 2>/dev/null
      done </proc/self/mounts
      exec "$@"
      """;

  private Namespaces() {}

  /** Tried once in the life of this JVM. */
  private static final class Tried {
    static final boolean PERMITTED = permittedHere();
  }

  /** Whether the system lets us make them. */
  static boolean permitted() {
    return Tried.PERMITTED;
  }

  /** The command, with this folder as all it may write; itself where that cannot be had. */
  static List<String> around(List<String> command, Path own) throws IOException {
    return permitted() ? wrapped(command, own) : command;
  }

  /** Mounts are listed by their real paths. */
  private static List<String> wrapped(List<String> command, Path own) throws IOException {
    List<String> all = new ArrayList<>(List.of("unshare", "-rmn", "sh", "-c", SCRIPT, "concur"));
    all.add(own.toRealPath().toString());
    all.addAll(command);
    return all;
  }

  /** It is permitted when a file can be written inside and not outside. */
  private static boolean permittedHere() {
    try {
      Path folder = Files.createTempDirectory("concur-namespace");
      Path own = Files.createDirectory(folder.resolve("own"));
      Path foreign = folder.resolve("foreign");
      String attempt = "touch '" + own.resolve("mine") + "'; touch '" + foreign + "'";
      try {
        run(wrapped(List.of("sh", "-c", attempt), own));
        return Files.exists(own.resolve("mine")) && !Files.exists(foreign);
      } finally {
        Files.deleteIfExists(own.resolve("mine"));
        Files.deleteIfExists(foreign);
        Files.deleteIfExists(own);
        Files.deleteIfExists(folder);
      }
    } catch (IOException absent) {
      return false;
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
