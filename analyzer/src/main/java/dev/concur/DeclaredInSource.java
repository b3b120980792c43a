package dev.concur;

import dev.concur.input.Inputs;
import dev.concur.input.Root;
import dev.concur.input.SourceFolder;
import dev.concur.model.Spot;
import dev.concur.read.SourceSuppressions;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code @SuppressWarnings("concur:...")} of all sources at hand; only files with that word are
 * parsed.
 */
final class DeclaredInSource {

  private final List<Declaration> found = new ArrayList<>();
  private final List<Report.Problem> problems = new ArrayList<>();

  DeclaredInSource(Inputs inputs) {
    inputs.roots().stream()
        .map(Root::sources)
        .flatMap(List::stream)
        .filter(folder -> !folder.generated())
        .distinct()
        .forEach(this::readFolder);
  }

  List<Declaration> found() {
    return found;
  }

  List<Report.Problem> problems() {
    return problems;
  }

  private void readFolder(SourceFolder folder) {
    try (Stream<Path> files = Files.walk(folder.path())) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .forEach(file -> readFile(folder, file));
    } catch (IOException | RuntimeException e) {
      problems.add(
          new Report.Problem(
              folder.name(), "cannot be searched for suppressions: " + e.getMessage()));
    }
  }

  private void readFile(SourceFolder folder, Path file) {
    Optional<String> text = text(file);
    if (text.isEmpty() || !SourceSuppressions.mayBeIn(text.get())) {
      return;
    }
    String below = folder.path().relativize(file).toString().replace('\\', '/');
    Optional<List<SourceSuppressions.Found>> in = SourceSuppressions.in(text.get());
    in.ifPresentOrElse(
        all -> all.forEach(each -> found.add(declaration(folder, below, each))),
        () ->
            problems.add(
                new Report.Problem(
                    folder.name() + "/" + below,
                    "does not parse, so suppressions in it are not seen; compile it to see why")));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional
          .empty(); // Whatever could be suppressed in it is reported, which is the safe side.
    }
  }

  private static Declaration declaration(
      SourceFolder folder, String file, SourceSuppressions.Found found) {
    return new Declaration(
        folder.name() + "/" + file + ":" + found.line(),
        found.rule(),
        finding -> covers(file, found, finding),
        new Finding.Suppression("source", found.justification()),
        Optional.of(new Subject.OfSuppression(spot(file, found), found.text())));
  }

  private static Spot spot(String file, SourceSuppressions.Found found) {
    String method = found.method().isEmpty() ? "<class>" : found.method();
    return new Spot(found.owner(), method, "", file, found.line(), "");
  }

  private static boolean covers(String file, SourceSuppressions.Found found, Finding finding) {
    int line = finding.at().line();
    return finding.at().file().equals(file) && found.first() <= line && line <= found.last();
  }
}
