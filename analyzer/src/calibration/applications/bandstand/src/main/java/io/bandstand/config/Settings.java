package io.bandstand.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The office's settings: defaults of the jar, then a file, then what the command line says. */
public final class Settings {

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  public static Settings load(Path file) {
    Properties properties = defaults();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(properties);
  }

  public static Settings parse(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(properties);
  }

  private static Properties defaults() {
    Properties properties = new Properties();
    try (InputStream in = Settings.class.getResourceAsStream("/bandstand.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Settings of(Properties properties) {
    Map<String, String> values = new TreeMap<>();
    properties.forEach((k, v) -> values.put(k.toString(), v.toString().strip()));
    return new Settings(values);
  }

  public Settings with(String key, String value) {
    Map<String, String> copy = new TreeMap<>(values);
    copy.put(key, value);
    return new Settings(copy);
  }

  /** The value with references like ${other.key} filled in. */
  public String text(String key) {
    return Optional.ofNullable(values.get(key))
        .map(v -> resolve(v, 0))
        .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
  }

  public String text(String key, String otherwise) {
    return values.containsKey(key) ? text(key) : otherwise;
  }

  private String resolve(String value, int depth) {
    int from = value.indexOf("${");
    if (from < 0 || depth > 8) {
      return value;
    }
    int to = value.indexOf('}', from);
    String inner = values.getOrDefault(value.substring(from + 2, to), "");
    return resolve(value.substring(0, from) + inner + value.substring(to + 1), depth + 1);
  }

  public int number(String key, int otherwise) {
    String value = values.get(key);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /** Reads "250ms", "30s" or "5m". */
  public Duration duration(String key) {
    String value = text(key);
    if (value.endsWith("ms")) {
      return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
    }
    long amount = Long.parseLong(value.substring(0, value.length() - 1));
    return value.endsWith("m") ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
  }

  public void store(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    values.forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
