package dev.concur.samples.sequentialindependentio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Right: forms lie on the class path, which is a disk and no network, and what says how a program
 * is used is said once. A line of a log is no question either.
 */
public final class FormHelp {

  private static final Logger LOG = Logger.getLogger(FormHelp.class.getName());

  private final List<String> names;

  public FormHelp(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** All forms. */
  public Properties all() throws IOException {
    Properties forms = new Properties();
    for (String name : new String[] {"order.properties", "return.properties"}) {
      forms.putAll(read(FormHelp.class.getResource(name)));
    }
    return forms;
  }

  /** What may be asked, at an address of the maker. */
  public void printUsage(String maker) throws IOException {
    for (String name : names) {
      LOG.info(() -> name);
      forms(new URL(maker + name));
    }
  }

  /** Writes down who was told. */
  public void told(List<List<String>> rooms) {
    for (List<String> room : rooms) {
      for (String person : room) {
        LOG.info(() -> person + " was told");
      }
    }
  }

  private static void forms(URL maker) throws IOException {
    LOG.info(() -> maker + " has forms");
    read(maker);
  }

  private static Properties read(URL form) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = form.openStream()) {
      properties.load(in);
    }
    return properties;
  }
}
