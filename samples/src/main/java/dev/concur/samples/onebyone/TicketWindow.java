package dev.concur.samples.onebyone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Serves visitors at a port. Wrong: the second waits until the first has been served. */
public final class TicketWindow {

  private final ServerSocket port;
  private final InetAddress ledger;
  private volatile boolean open = true;

  public TicketWindow(ServerSocket port, InetAddress ledger) {
    this.port = port;
    this.ledger = ledger;
  }

  /** Serves until it is closed. */
  public void serve() throws IOException { // label: io network
    while (open) {
      try (Socket visitor = port.accept()) { // expect: one-by-one
        visitor.getOutputStream().write(priceOf(visitor.getInputStream().read()));
      }
    }
  }

  private int priceOf(int seat) throws IOException { // label: io network
    try (Socket question = new Socket(ledger, 4711)) {
      question.getOutputStream().write(seat);
      return question.getInputStream().read();
    }
  }

  /** Serves nobody any more. */
  public void close() { // label: light
    open = false;
  }
}
