package dev.concur;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a report.
 *
 * @param formats names of the formats to write
 * @param output the file for one format, or the folder for many; empty for the terminal
 * @param threshold what makes the run fail
 * @param rulePages where the pages of the rules can be read, with {@code {rule}} for the id
 */
public record Delivery(
    List<String> formats, Optional<Path> output, Threshold threshold, Optional<String> rulePages) {

  private static final Map<String, String> FILE_NAMES =
      Map.of(
          "text", "report.txt",
          "markdown", "report.md",
          "github", "github-annotations.txt",
          "gitlab", "gl-code-quality-report.json",
          "checkstyle", "checkstyle.xml",
          "junit", "junit.xml");

  public Delivery {
    formats = List.copyOf(formats);
  }

  /** The same without an address of rule pages. */
  public Delivery(List<String> formats, Optional<Path> output, Threshold threshold) {
    this(formats, output, threshold, Optional.empty());
  }

  /** The name of the file for a format in a folder of many. */
  public static String fileName(String format) {
    return FILE_NAMES.getOrDefault(format, "report." + format);
  }
}
