package dev.concur;

import dev.concur.input.Fingerprint;
import dev.concur.input.Inputs;
import dev.concur.keep.RecordStore;
import dev.concur.report.Report;
import dev.concur.rule.Rules;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reports of earlier scans, by the content of all that decides about them: classes, sources,
 * libraries, options, this concur, this JDK and this machine.
 */
final class KeptScans {

  private final RecordStore<Report> store;
  private final Request request;
  private final Optional<ChangedLines> changed;

  KeptScans(Path folder, Request request, Optional<ChangedLines> changed) {
    this.store = new RecordStore<>(folder, Report.class);
    this.request = request;
    this.changed = changed;
  }

  /** The kept report when nothing changed; a new one, kept from now on, when something did. */
  Taken report(Inputs inputs, Supplier<Report> scan) {
    Optional<String> key = key(inputs);
    if (key.isEmpty()) {
      return new Taken(scan.get(), false);
    }
    return store
        .find(key.get())
        .map(kept -> new Taken(kept, true))
        .orElseGet(() -> new Taken(keep(key.get(), scan.get()), false));
  }

  /** A report, and whether an earlier scan had made it. */
  record Taken(Report report, boolean kept) {}

  private Report keep(String key, Report report) {
    try {
      store.keep(key, report);
      return report;
    } catch (IOException e) {
      return report.with(
          new Report.Problem(
              "--cache-dir " + request.cacheDir().map(Path::toString).orElse(""),
              "this scan could not be kept for the next: " + e + "; name a folder with room"));
    }
  }

  /** Empty when something cannot be read twice; the scan will say what. */
  private Optional<String> key(Inputs inputs) {
    Fingerprint all = new Fingerprint();
    try {
      tool(all);
      options(all);
      inputs.content(all);
      return Optional.of(all.hex());
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void options(Fingerprint to) {
    to.text(request.paths().toString());
    to.text(request.includeTests() + " " + request.release() + " " + request.runtime());
    to.text(request.libraryCatalogues() + " " + request.justified());
    to.text(request.filter().toString());
    to.text(request.suppressions().toString() + " " + request.partly());
    to.text(changed.map(ChangedLines::toString).orElse(""));
    to.text(String.valueOf(Runtime.getRuntime().availableProcessors()));
    to.text(String.valueOf(Checkup.memoryBytes()));
    to.text(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    to.text(Runtime.version() + " " + System.getProperty("java.home"));
  }

  /** The version, and when it was built, since one version is built many times before it is out. */
  private static void tool(Fingerprint to) throws IOException, URISyntaxException {
    to.text(Concur.version());
    for (Class<?> type : List.of(Concur.class, Rules.class)) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      for (Path file : files(Path.of(source.getLocation().toURI()))) {
        to.text(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
