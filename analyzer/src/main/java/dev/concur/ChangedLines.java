package dev.concur;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of sources that differ from those of a commit, the work tree as it is now: what a pull
 * request brings. Paths are relative to the root of the repository.
 */
final class ChangedLines {

  private static final Pattern FILE = Pattern.compile("^\\+\\+\\+ (?:b/(.*?)|/dev/null)\\t?$");
  private static final Pattern HUNK =
      Pattern.compile("^@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*$");
  private static final int WHOLE_FILE = 1 << 24;

  private final Map<String, BitSet> lines = new HashMap<>();

  private ChangedLines() {}

  /**
   * What changed since a commit, branch or tag.
   *
   * @throws UsageError when git is not there, or does not know it
   */
  static ChangedLines since(String reference, Path place) {
    Path absolute = place.toAbsolutePath();
    Path folder =
        Files.isDirectory(absolute)
            ? absolute
            : Objects.requireNonNull(absolute.getParent(), "a file without a folder");
    if (reference.startsWith("-")) {
      throw new UsageError("--since wants a commit, a branch or a tag, not '" + reference + "'");
    }
    ChangedLines changed = new ChangedLines();
    // Neither external tools nor hooks of the scanned repository are run.
    changed.read(
        git(
            folder,
            reference,
            List.of(
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.quotePath=false",
                "diff",
                "--unified=0",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "--end-of-options",
                reference,
                "--")));
    String root = git(folder, reference, List.of("rev-parse", "--show-toplevel")).strip();
    git(
            Path.of(root),
            reference,
            List.of(
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.quotePath=false",
                "ls-files",
                "--others",
                "--exclude-standard"))
        .lines()
        .forEach(file -> changed.add(file, 0, WHOLE_FILE));
    return changed;
  }

  private static String git(Path folder, String reference, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
    command.addAll(arguments);
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new UsageError(
            "--since "
                + reference
                + ": git knows no such commit here; in CI, fetch it first (a shallow clone has only"
                + " the newest)");
      }
      return out;
    } catch (IOException e) {
      throw new UsageError("--since needs git on the PATH: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static File nothing() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return new File(windows ? "NUL" : "/dev/null");
  }

  private void read(String diff) {
    String file = "";
    for (String line : diff.lines().toList()) {
      Matcher named = FILE.matcher(line);
      Matcher hunk = HUNK.matcher(line);
      if (named.matches()) {
        file = named.group(1) == null ? "" : named.group(1);
      } else if (hunk.matches() && !file.isEmpty()) {
        int first = Integer.parseInt(hunk.group(1));
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        // Where lines only went away, their neighbours are what changed.
        add(file, first, count == 0 ? first + 1 : first + count - 1);
      }
    }
  }

  private void add(String file, int first, int last) {
    lines.computeIfAbsent(file, any -> new BitSet()).set(first, last + 1);
  }

  /** All lines by file, in order. */
  @Override
  public String toString() {
    return new TreeMap<>(lines).toString();
  }

  /** Whether a line of a file is new or changed. */
  boolean has(String file, int line) {
    BitSet changed = lines.get(file);
    return changed != null && (changed.get(line) || (line == 0 && !changed.isEmpty()));
  }
}
