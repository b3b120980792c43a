package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.input.Inputs;
import dev.concur.input.Root;
import dev.concur.input.SourceFolder;
import dev.concur.model.Spot;
import dev.concur.report.Patch;
import dev.concur.report.SourceTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the source file of a spot among the roots, and keeps the texts that were asked for. */
final class ScannedSources implements SourceTexts {

  private final List<Root> roots;
  private final List<String> given;
  private final Map<String, Optional<SourceFolder>> folderOf = new HashMap<>();
  private final Map<String, String> pathOf = new HashMap<>();
  private final Map<String, String> textOf = new TreeMap<>();

  ScannedSources(Inputs inputs, List<String> given) {
    this.roots = inputs.roots();
    this.given = given;
  }

  /** Reads the files of these spots, so that they can be asked for when the inputs are closed. */
  void keep(Collection<Spot> spots) {
    for (Spot spot : spots) {
      if (!spot.file().isEmpty()) {
        pathOf.computeIfAbsent(spot.file(), this::findPath);
        textOf.computeIfAbsent(spot.file(), this::read);
      }
    }
  }

  /** Whether a tool wrote the source of this file. */
  boolean generated(String file) {
    return folder(file).map(SourceFolder::generated).orElse(false);
  }

  @Override
  public String pathOf(Spot spot) {
    return spot.file().isEmpty() ? "" : pathOf.computeIfAbsent(spot.file(), this::findPath);
  }

  @Override
  public String textOf(Spot spot) {
    return textOf.getOrDefault(spot.file(), "");
  }

  @Override
  public Optional<Patch> patchOf(Advice advice) {
    return new SourcePatches(this).of(advice);
  }

  private Optional<SourceFolder> folder(String file) {
    return folderOf.computeIfAbsent(
        file, any -> roots.stream().flatMap(root -> root.folderOf(file).stream()).findFirst());
  }

  private String read(String file) {
    Optional<SourceFolder> folder = folder(file);
    if (folder.isEmpty()) {
      return "";
    }
    try {
      Path path = folder.get().path().resolve(file);
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // An excerpt is missing then; the finding is there.
    }
  }

  private String findPath(String file) {
    return folder(file).map(folder -> place(folder) + file).orElse(file);
  }

  /** The folder from the root of the repository, or else from what the user named. */
  private String place(SourceFolder folder) {
    if (!folder.path().getFileSystem().equals(Path.of("").getFileSystem())) {
      return "";
    }
    return repository(folder.path().toAbsolutePath().normalize())
        .orElseGet(() -> withSlash(belowGiven(folder.name())));
  }

  private static Optional<String> repository(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        String below = each.relativize(folder).toString();
        return Optional.of(withSlash(below.replace(folder.getFileSystem().getSeparator(), "/")));
      }
    }
    return Optional.empty();
  }

  private String belowGiven(String name) {
    if (!Path.of(name).isAbsolute() && !name.startsWith("..")) {
      return name.replaceFirst("^(\\./)+", "");
    }
    return given.stream()
        .filter(each -> name.startsWith(each))
        .findFirst()
        .map(each -> name.substring(each.length()).replaceFirst("^/+", ""))
        .orElse("");
  }

  private static String withSlash(String folder) {
    return folder.isEmpty() || folder.equals(".") ? "" : folder + "/";
  }
}
