package dev.concur;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code .concur/suppressions}: one a line, {@code rule pattern # justification}. The rule
 * may be {@code *}; the pattern is a class, a class and method ({@code a.b.C#run}), or the id of a
 * finding.
 */
public final class SuppressionFile {

  /** Where it is in a project. */
  public static final Path PLACE = Path.of(".concur", "suppressions");

  private SuppressionFile() {}

  /**
   * Reads a file.
   *
   * @throws UsageError when it cannot be read, or has a line that is not understood
   */
  public static List<KnownFinding> read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageError(file + ": cannot be read: " + e.getMessage());
    }
  }

  static List<KnownFinding> parse(String name, String text) {
    List<KnownFinding> found = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] saidAndWhy = lines.get(i).split("(^|\\s)#\\s*", 2);
      String said = saidAndWhy[0].strip();
      if (!said.isEmpty()) {
        String why = saidAndWhy.length > 1 ? saidAndWhy[1].strip() : "";
        found.add(one(name + ":" + (i + 1), said, why));
      }
    }
    return found;
  }

  private static KnownFinding one(String from, String said, String justification) {
    String[] words = said.split("\\s+");
    if (words.length != 2) {
      throw new UsageError(from + ": write: rule class#method # justification");
    }
    return new KnownFinding(words[0], words[1], justification, from);
  }
}
