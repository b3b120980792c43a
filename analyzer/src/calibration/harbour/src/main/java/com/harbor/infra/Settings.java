package com.harbor.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

public class Settings {

  private final Properties values = new Properties();
  private Path origin;
  private long loadedAt;
  private long maxAgeMillis = Long.MAX_VALUE / 2;

  public static Settings load(Path file) throws IOException {
    Settings settings = new Settings();
    settings.origin = file;
    settings.reload();
    return settings;
  }

  public static Settings parse(String text) throws IOException {
    Settings settings = new Settings();
    try (Reader reader = new StringReader(text)) {
      settings.values.load(reader);
    }
    return settings;
  }

  private void reload() throws IOException {
    try (InputStream in = Files.newInputStream(origin)) {
      values.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
    loadedAt = System.currentTimeMillis();
  }

  /** The value now; the file is read again when it got old. */
  public String current(String key) throws IOException {
    if (origin != null && System.currentTimeMillis() - loadedAt > maxAgeMillis) {
      reload();
    }
    return values.getProperty(key);
  }

  public void keepFor(long millis) {
    maxAgeMillis = millis;
  }

  public Optional<Integer> integer(String key) {
    return Optional.ofNullable(values.getProperty(key)).map(String::trim).map(Integer::valueOf);
  }

  public boolean flag(String key) {
    return Boolean.parseBoolean(values.getProperty(key, "false"));
  }
}
