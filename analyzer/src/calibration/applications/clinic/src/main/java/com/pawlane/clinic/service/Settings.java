package com.pawlane.clinic.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.commons.io.FileUtils;

/** Settings of a branch. */
public class Settings {
  private final Properties values = new Properties();

  public static Settings parse(String text) {
    Settings settings = new Settings();
    try {
      settings.values.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  public static Settings read(Path file) throws IOException {
    Settings settings = new Settings();
    try (InputStream in = Files.newInputStream(file)) {
      settings.values.load(in);
    }
    return settings;
  }

  public void save(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
      values.store(out, "branch");
    }
  }

  public int number(String key, int fallback) {
    String value = values.getProperty(key);
    return value == null ? fallback : Integer.parseInt(value.trim());
  }

  public static void copyDefaults(Path from, Path to) throws IOException {
    FileUtils.copyDirectory(from.toFile(), to.toFile());
  }
}
