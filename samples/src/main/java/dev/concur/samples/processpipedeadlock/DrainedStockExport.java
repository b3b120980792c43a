package dev.concur.samples.processpipedeadlock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Right: listens first, with both voices on one pipe, and waits for the end after. */
public final class DrainedStockExport {

  /** What the exporter says. */
  public String export(String table) throws IOException, InterruptedException { // label: io process
    Process exporter = new ProcessBuilder("export-stock", table).redirectErrorStream(true).start();
    String said = new String(exporter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return exporter.waitFor() == 0 ? said : "";
  }
}
