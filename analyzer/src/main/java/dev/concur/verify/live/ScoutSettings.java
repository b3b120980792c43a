package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker must know to run the tests of a module and see which call what.
 *
 * @param scratch the only folder that may be written
 * @param folder the module's, which tests may read
 * @param tests folders of test classes
 * @param classPath test classes, code and libraries
 * @param methods those whose calls are looked for
 * @param found places in that list of those that were seen by an earlier worker
 * @param over test classes that an earlier worker has run, or died of
 */
public record ScoutSettings(
    Path scratch,
    Path folder,
    List<Path> tests,
    List<Path> classPath,
    List<MethodRef> methods,
    Set<Integer> found,
    Set<String> over) {

  private static final String METHOD = "method.";

  public ScoutSettings {
    tests = List.copyOf(tests);
    classPath = List.copyOf(classPath);
    methods = List.copyOf(methods);
    found = Set.copyOf(found);
    over = Set.copyOf(over);
  }

  /** Writes it, for a worker to read. */
  public void write(Path file) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("scratch", scratch.toAbsolutePath().toString());
    lines.setProperty("folder", folder.toAbsolutePath().toString());
    lines.setProperty("tests", Tests.joined(tests));
    lines.setProperty("classPath", Tests.joined(classPath));
    for (int k = 0; k < methods.size(); k++) {
      MethodRef each = methods.get(k);
      lines.setProperty(METHOD + k, each.owner() + " " + each.name() + " " + each.descriptor());
    }
    lines.setProperty(
        "found", found.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")));
    lines.setProperty("over", over.stream().sorted().collect(Collectors.joining(" ")));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lines.store(writer, "What a worker must know to run the tests of the user's");
    }
  }

  static ScoutSettings read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    List<MethodRef> methods = new ArrayList<>();
    for (int k = 0; lines.containsKey(METHOD + k); k++) {
      String[] words = lines.getProperty(METHOD + k).split(" ");
      methods.add(new MethodRef(words[0], words[1], words[2]));
    }
    return new ScoutSettings(
        Path.of(lines.getProperty("scratch")),
        Path.of(lines.getProperty("folder")),
        Tests.split(lines.getProperty("tests")),
        Tests.split(lines.getProperty("classPath")),
        methods,
        words(lines, "found").map(Integer::valueOf).collect(Collectors.toSet()),
        words(lines, "over").collect(Collectors.toSet()));
  }

  private static Stream<String> words(Properties lines, String key) {
    return Arrays.stream(lines.getProperty(key, "").split(" ")).filter(word -> !word.isEmpty());
  }
}
