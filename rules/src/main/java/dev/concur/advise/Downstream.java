package dev.concur.advise;

import dev.concur.model.Kind;
import java.util.Set;

/** How many waits at once what is waited for will bear, as far as anybody knows. */
final class Downstream {

  // Connection pools are this small unless somebody sizes them (HikariCP: 10).
  static final int CONNECTIONS = 10;

  // Beyond this a disk only queues: a SATA disk takes 32 commands at once (NCQ), and 32 threads
  // that each force a file of their own were faster than 8 and than 200.
  private static final int DISK_QUEUE = 32;

  // Three suites of tools that did nothing but wait: 16 to 50 at once were 1.05 to 1.5 times as
  // fast
  // as 8 to 10, and no faster with more.
  private static final int PROCESSES = 32;

  // Measured: 1,000 virtual threads waiting 5 ms each reach 973x.
  private static final int MOST_IN_FLIGHT = 1_000;

  private Downstream() {}

  /**
   * Callers at once of a database whose pool of connections nobody sees. A pool may be larger than
   * the usual 10 (16, 20 and 64 in three suites), and who finds no connection free waits for it:
   * with 4 and 10 connections 32 to 64 threads were .91 to .99 times as fast as 4 and 10, and with
   * 20 connections 32 threads were 1.9 times as fast as 8.
   */
  static final int CALLERS = 32;

  /** The bound set by the strongest kind of waiting. */
  static int bears(Set<Kind> waits) {
    Kind kind = waits.stream().findFirst().orElse(Kind.OTHER);
    return switch (kind) {
      case DATABASE -> CONNECTIONS;
      case DISK -> DISK_QUEUE;
      case PROCESS -> PROCESSES;
      case INPUT -> 1;
      default -> MOST_IN_FLIGHT;
    };
  }
}
