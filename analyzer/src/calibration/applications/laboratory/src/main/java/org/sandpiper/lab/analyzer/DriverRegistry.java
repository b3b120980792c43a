package org.sandpiper.lab.analyzer;

import com.typesafe.config.Config;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sandpiper.lab.domain.LabException;

/** Drivers are built from the configuration when they are first asked for. */
public final class DriverRegistry {
  private final Config config;
  private final Map<String, AnalyzerDriver> open = new ConcurrentHashMap<>();

  public DriverRegistry(Config config) {
    this.config = config;
  }

  public AnalyzerDriver driver(String name) {
    return open.computeIfAbsent(name, this::build);
  }

  private AnalyzerDriver build(String name) {
    Config c = config.getConfig("analyzers." + name);
    try {
      Transport t = new SocketTransport(c.getString("host"), c.getInt("port"));
      return c.getString("kind").equals("chemistry")
          ? new ChemistryDriver(t)
          : new BloodCountDriver(t);
    } catch (IOException e) {
      throw new LabException("analyzer " + name + " does not answer", e);
    }
  }

  public int opened() {
    return open.size();
  }
}
