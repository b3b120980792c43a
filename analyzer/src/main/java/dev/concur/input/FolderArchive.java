package dev.concur.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of classes, on disk or inside a jar that is itself inside a jar. */
final class FolderArchive implements Archive {

  private static final long LARGEST_NESTED_JAR = 512L << 20;

  private final Path folder;
  private final ProblemLog problems;
  private final Closeable whenDone;

  private FolderArchive(Path folder, ProblemLog problems, Closeable whenDone) {
    this.folder = folder;
    this.problems = problems;
    this.whenDone = whenDone;
  }

  static FolderArchive of(Path folder, ProblemLog problems) {
    return new FolderArchive(folder, problems, () -> {});
  }

  /** A jar in a jar; its packed bytes are held in memory, nothing is unpacked to disk. */
  static FolderArchive nested(FileSystem outer, String entry, int runtime, ProblemLog problems)
      throws IOException {
    Path jar = outer.getPath(entry);
    if (Files.size(jar) > LARGEST_NESTED_JAR) {
      throw new IOException("it is larger than " + (LARGEST_NESTED_JAR >> 20) + " MiB");
    }
    Map<String, String> asSeenBy = Map.of("releaseVersion", Integer.toString(runtime));
    FileSystem inner = FileSystems.newFileSystem(jar, asSeenBy);
    return new FolderArchive(inner.getPath("/"), problems, inner);
  }

  @Override
  public List<String> names() {
    return FileTree.files(folder, problems).stream()
        .map(this::nameOf)
        .filter(Archive::isClass)
        .sorted()
        .toList();
  }

  @Override
  public List<String> catalogues() {
    return FileTree.files(folder.resolve("META-INF/concur"), problems).stream()
        .map(this::nameOf)
        .filter(Archive::isCatalogue)
        .toList();
  }

  private String nameOf(Path file) {
    return FileTree.slashes(folder.relativize(file));
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Bounded.read(in, JarArchive.LARGEST_CLASS));
    }
  }

  @Override
  public void close() throws IOException {
    whenDone.close();
  }
}
