package com.kittiwake.freight.ops;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

public final class YamlSettings {
  private final Map<String, Object> values;

  private YamlSettings(Map<String, Object> values) {
    this.values = values;
  }

  public static YamlSettings parse(String text) {
    Map<String, Object> values = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return new YamlSettings(values);
  }

  public static YamlSettings read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Map<String, Object> values = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new YamlSettings(values);
    }
  }

  /** A value by its dotted path. */
  @SuppressWarnings("unchecked")
  public Object get(String path) {
    Object at = values;
    for (String part : path.split("\\.")) {
      if (!(at instanceof Map)) {
        return null;
      }
      at = ((Map<String, Object>) at).get(part);
    }
    return at;
  }

  public String dump() {
    return new Yaml().dump(values);
  }
}
