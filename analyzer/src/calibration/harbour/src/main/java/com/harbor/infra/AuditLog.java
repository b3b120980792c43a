package com.harbor.infra;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Who did what. */
public class AuditLog {

  private static final Logger LOG = Logger.getLogger(AuditLog.class.getName());

  private final Path file;
  private final List<String> pending = new ArrayList<>();

  public AuditLog(Path file) {
    this.file = file;
  }

  /** One line, on the disk when this returns. */
  public void record(String who, String what) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(Instant.now() + " " + who + " " + what);
      out.newLine();
    }
  }

  /** Kept until {@link #flush}. */
  public void note(String who, String what) {
    if (LOG.isLoggable(Level.FINE)) {
      LOG.fine(who + " " + what);
    }
    pending.add(who + " " + what);
  }

  public int flush() throws IOException {
    int count = pending.size();
    Files.write(file, pending, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    pending.clear();
    return count;
  }

  public void forget() {
    pending.clear();
  }
}
