package org.sandpiper.lab.ops;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;

public final class Settings {
  private final Config config;
  private final boolean slowMotion = Boolean.getBoolean("sandpiper.slowMotion");

  public Settings(Config config) {
    this.config =
        config.withFallback(
            ConfigFactory.parseString(
                "report { form = pdf, barcode = true, sign = true }, qc { strict = false, delta = 0.6 }, fax { enabled = false }, retry = 3"));
  }

  public static Settings load(Path file) {
    return new Settings(ConfigFactory.parseFile(file.toFile()).resolve());
  }

  public static Settings parse(String text) {
    return new Settings(ConfigFactory.parseString(text).resolve());
  }

  public Config config() {
    return config;
  }

  public boolean flag(String path) {
    return config.hasPath(path) && config.getBoolean(path);
  }

  public Duration duration(String path, Duration otherwise) {
    return config.hasPath(path) ? config.getDuration(path) : otherwise;
  }

  /** For demonstrations: everything takes a second longer. */
  public void pace() {
    if (!slowMotion) return;
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
