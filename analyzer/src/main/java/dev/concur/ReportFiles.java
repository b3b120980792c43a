package dev.concur;

import dev.concur.report.Report;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Puts a report where the user wants it. A file is whole or it is not there. */
public final class ReportFiles {

  private final Report report;
  private final WriterContext context;

  /** Files with this report in it. */
  public ReportFiles(Report report, WriterContext context) {
    this.report = report;
    this.context = context;
  }

  /**
   * Refuses what cannot work, before the scan rather than after it.
   *
   * @throws UsageError when a format is unknown, or file and folder are mixed up
   */
  public static void check(Delivery delivery) {
    checkFormats(delivery.formats());
    boolean many = delivery.formats().size() > 1;
    if (delivery.formats().isEmpty()) {
      throw new UsageError("--format wants at least one format");
    }
    if (many && delivery.output().isEmpty()) {
      throw new UsageError("several formats need a folder: --output DIR");
    }
    delivery.output().ifPresent(output -> check(output, many));
  }

  private static void checkFormats(List<String> asked) {
    List<String> formats = Reports.formats();
    for (String each : asked) {
      if (!formats.contains(each)) {
        throw new UsageError(
            "no format '"
                + each
                + "'; there are "
                + String.join(", ", formats)
                + Nearest.question(each, formats));
      }
    }
  }

  private static void check(Path output, boolean many) {
    if (many && Files.exists(output) && !Files.isDirectory(output)) {
      throw new UsageError("--output " + output + " is a file; several formats need a folder");
    }
    if (!many && Files.isDirectory(output)) {
      throw new UsageError("--output " + output + " is a folder; one format needs a file");
    }
  }

  /**
   * Writes the file, or one for each format into the folder.
   *
   * @throws CannotWrite when the file system refuses; what was there before is there still
   */
  public void write(Delivery delivery) {
    Path output = delivery.output().orElseThrow();
    if (delivery.formats().size() == 1 && !Files.isDirectory(output)) {
      write(delivery.formats().get(0), output);
      return;
    }
    for (String format : delivery.formats()) {
      write(format, output.resolve(Delivery.fileName(format)));
    }
  }

  private void write(String format, Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeInto(format, file); // A device such as /dev/null: there is nothing to move.
      } else {
        writeBeside(format, file.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new CannotWrite("cannot write " + file + ": " + reason(e) + "; nothing was left there");
    }
  }

  private static String reason(IOException e) {
    String type = e.getClass().getSimpleName().replaceAll("Exception$", "");
    return type.equals("IO") ? String.valueOf(e.getMessage()) : type + " " + e.getMessage();
  }

  private void writeBeside(String format, Path file) throws IOException {
    Path place = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    if (place.getParent() != null) {
      Files.createDirectories(place.getParent());
    }
    Path part =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      writeInto(format, part);
      move(part, place);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void writeInto(String format, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Reports.write(format, report, context, out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
