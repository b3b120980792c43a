package dev.concur.samples.processpipedeadlock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs the exporter. Wrong: when it says more than the pipe holds, both wait for ever. */
public final class StockExport {

  /** What the exporter says. */
  public String export(String table) throws IOException, InterruptedException { // label: io process
    Process exporter = new ProcessBuilder("export-stock", table).start();
    int exit = exporter.waitFor(); // expect: process-pipe-deadlock [fix]
    String said = new String(exporter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return exit == 0 ? said : "";
  }
}
