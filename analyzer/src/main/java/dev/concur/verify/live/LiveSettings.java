package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a worker must know to run the user's own method; kept on disk beside the generated source.
 *
 * @param folder the only folder that may be written
 * @param classPath the scanned code and its libraries
 * @param subject the method that is one task
 * @param size how large made-up collections, arrays and texts are
 * @param fresh whether receiver and arguments are made anew for each call
 * @param waits ns by method, for calls that are replaced; NaN for calls that were asked about and
 *     stay
 */
public record LiveSettings(
    Path folder,
    List<Path> classPath,
    MethodRef subject,
    int size,
    boolean fresh,
    Map<String, Double> waits) {
  public LiveSettings {
    classPath = List.copyOf(classPath);
    waits = Map.copyOf(waits);
  }

  private static final String WAIT = "wait.";

  /** The same with another size. */
  public LiveSettings sized(int otherSize) {
    return new LiveSettings(folder, classPath, subject, otherSize, fresh, waits);
  }

  /** Reads what {@link #write} wrote. */
  public static LiveSettings read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    Map<String, Double> waits = new TreeMap<>();
    for (String key : lines.stringPropertyNames()) {
      if (key.startsWith(WAIT)) {
        waits.put(key.substring(WAIT.length()), Double.valueOf(lines.getProperty(key)));
      }
    }
    return new LiveSettings(
        Path.of(lines.getProperty("folder")),
        Arrays.stream(lines.getProperty("classPath").split(File.pathSeparator))
            .filter(each -> !each.isEmpty())
            .map(Path::of)
            .toList(),
        new MethodRef(
            lines.getProperty("owner"), lines.getProperty("name"), lines.getProperty("descriptor")),
        Integer.parseInt(lines.getProperty("size")),
        Boolean.parseBoolean(lines.getProperty("fresh")),
        waits);
  }

  /** Writes it, for a worker to read. */
  public void write(Path file) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("folder", folder.toString());
    lines.setProperty(
        "classPath",
        classPath.stream()
            .map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    lines.setProperty("owner", subject.owner());
    lines.setProperty("name", subject.name());
    lines.setProperty("descriptor", subject.descriptor());
    lines.setProperty("size", String.valueOf(size));
    lines.setProperty("fresh", String.valueOf(fresh));
    waits.forEach((method, nanos) -> lines.setProperty(WAIT + method, String.valueOf(nanos)));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lines.store(writer, "What a worker must know to run the user's own method");
    }
  }
}
