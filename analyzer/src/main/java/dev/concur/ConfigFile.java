package dev.concur;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A {@code concur.yml}. Its keys are the names of the options; paths in it are relative to the
 * folder it is in; an unknown key is an error. {@code parent} names a file whose settings are
 * weaker.
 */
public final class ConfigFile {

  /** The name it has. */
  public static final String NAME = "concur.yml";

  private static final int LARGEST = 1 << 20;

  private final Map<String, BiConsumer<Settings, Entry>> keys = new TreeMap<>();
  private final Set<Path> reading = new HashSet<>();

  private ConfigFile() {
    keys.put("parent", (settings, entry) -> {});
    keys.put("paths", (settings, entry) -> settings.paths(entry.placedTexts()));
    keys.put("classpath", (settings, entry) -> settings.classpath(entry.paths()));
    keys.put("includeTests", (settings, entry) -> settings.includeTests(entry.truth()));
    keys.put("release", (settings, entry) -> settings.release(entry.number()));
    keys.put("runtime", (settings, entry) -> settings.runtime(entry.number()));
    keys.put("threads", (settings, entry) -> settings.threads(entry.number()));
    keys.put("cacheDir", (settings, entry) -> settings.cacheDir(entry.path()));
    keys.put("libraryCatalogues", (settings, entry) -> settings.libraryCatalogues(entry.truth()));
    keys.put(
        "requireJustification", (settings, entry) -> settings.requireJustification(entry.truth()));
    keys.put("rulesetVersion", (settings, entry) -> settings.rulesetVersion(entry.text()));
    keys.put("includes", (settings, entry) -> settings.includes(entry.texts()));
    keys.put("excludes", (settings, entry) -> settings.excludes(entry.texts()));
    keys.put("suppressions", (settings, entry) -> settings.suppressions(entry.suppressions()));
    keys.put("baseline", (settings, entry) -> settings.baseline(entry.path()));
    keys.put("verify", (settings, entry) -> settings.verify(entry.truth()));
    keys.put("verifyBudget", (settings, entry) -> settings.verifyBudget(entry.time()));
    keys.put("verifyDir", (settings, entry) -> settings.verifyDir(entry.path()));
    keys.put("captureTests", (settings, entry) -> settings.captureTests(entry.truth()));
    keys.put("testClasspath", (settings, entry) -> settings.testClasspath(entry.paths()));
    keys.put("benchmarkJdk", (settings, entry) -> settings.benchmarkJdk(entry.path()));
    keys.put("jvmArgs", (settings, entry) -> settings.jvmArgs(entry.text()));
    keys.put("maxHeap", (settings, entry) -> settings.maxHeap(entry.text()));
    keys.put("formats", (settings, entry) -> settings.formats(entry.texts()));
    keys.put("output", (settings, entry) -> settings.output(entry.path()));
    keys.put("rulePages", (settings, entry) -> settings.rulePages(entry.text()));
    keys.put("failOn", (settings, entry) -> settings.failOn(entry.text()));
    keys.put(
        "maxAllowedViolations", (settings, entry) -> settings.maxAllowedViolations(entry.number()));
  }

  /** The keys there are. */
  public static Set<String> keys() {
    return Set.copyOf(new ConfigFile().keys.keySet());
  }

  /** The file in the first of these folders that has one. */
  public static Optional<Path> in(List<Path> folders) {
    return folders.stream()
        .map(each -> each.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Lets a file say what it has to say.
   *
   * @throws UsageError when it cannot be read, or says something that is not understood
   */
  public static void apply(Path file, Settings settings) {
    new ConfigFile().read(file, settings);
  }

  private void read(Path file, Settings settings) {
    if (!reading.add(file.toAbsolutePath().normalize())) {
      throw new UsageError(file + ": is its own parent");
    }
    if (!(parsed(file) instanceof MappingNode top)) {
      return;
    }
    List<Entry> entries = entries(file, top);
    entries.stream()
        .filter(each -> each.key.equals("parent"))
        .forEach(each -> read(each.path(), settings));
    for (Entry entry : entries) {
      BiConsumer<Settings, Entry> key = keys.get(entry.key);
      if (key == null) {
        throw entry.wrong(
            "there is no key '" + entry.key + "'" + Nearest.question(entry.key, keys.keySet()));
      }
      key.accept(settings, entry);
    }
  }

  private static @Nullable Node parsed(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UsageError(file + ": too large for a configuration");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Node top = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (top != null && !(top instanceof MappingNode)) {
        throw new UsageError(file + ": must be a list of key: value");
      }
      return top;
    } catch (IOException e) {
      throw new UsageError(file + ": cannot be read: " + e.getMessage());
    } catch (YAMLException e) {
      throw new UsageError(
          file + ": is not YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private static List<Entry> entries(Path file, MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple each : mapping.getValue()) {
      String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      entries.add(new Entry(file, key, each.getValueNode()));
    }
    return entries;
  }

  /** One key with its value, read as whatever the key wants. */
  private record Entry(Path file, String key, Node value) {

    UsageError wrong(String why) {
      return new UsageError(where() + ": " + why);
    }

    String where() {
      return file + ":" + (value.getStartMark().getLine() + 1);
    }

    String text() {
      if (value instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      throw wrong(key + " wants one value");
    }

    List<String> texts() {
      if (value instanceof SequenceNode sequence) {
        return sequence.getValue().stream().map(each -> new Entry(file, key, each).text()).toList();
      }
      return List.of(text());
    }

    Path path() {
      return placed(text());
    }

    List<Path> paths() {
      return texts().stream().map(this::placed).toList();
    }

    List<String> placedTexts() {
      return texts().stream()
          .map(each -> each.startsWith("jrt:") ? each : placed(each).toString())
          .toList();
    }

    private Path placed(String text) {
      try {
        return file.resolveSibling(text).normalize();
      } catch (InvalidPathException e) {
        throw wrong(key + ": '" + text + "' is no path");
      }
    }

    int number() {
      try {
        int number = Integer.parseInt(text());
        if (number >= 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw wrong(key + " wants a number, not '" + text() + "'");
    }

    boolean truth() {
      return switch (text()) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> throw wrong(key + " wants true or false, not '" + text() + "'");
      };
    }

    Duration time() {
      try {
        return TimeSpan.parse(text());
      } catch (UsageError e) {
        throw wrong(key + ": " + e.getMessage());
      }
    }

    List<KnownFinding> suppressions() {
      if (!(value instanceof SequenceNode sequence)) {
        throw wrong("suppressions wants a list");
      }
      return sequence.getValue().stream().map(each -> suppression(each)).toList();
    }

    private KnownFinding suppression(Node node) {
      Entry at = new Entry(file, key, node);
      if (!(node instanceof MappingNode mapping)) {
        throw at.wrong("a suppression has rule, where and justification");
      }
      Map<String, String> said = new TreeMap<>();
      for (Entry each : entries(file, mapping)) {
        if (!KnownFinding.KEYS.contains(each.key)) {
          throw each.wrong(
              "there is no key '"
                  + each.key
                  + "' in a suppression"
                  + Nearest.question(each.key, KnownFinding.KEYS));
        }
        said.put(each.key, each.text());
      }
      return new KnownFinding(
          said.getOrDefault("rule", "*"),
          said.getOrDefault("where", "**"),
          said.getOrDefault("justification", ""),
          at.where());
    }
  }
}
