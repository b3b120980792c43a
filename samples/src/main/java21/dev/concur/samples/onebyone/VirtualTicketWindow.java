package dev.concur.samples.onebyone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Right: looks at the next visitor at once, while others are being served. */
public final class VirtualTicketWindow {

  private final ServerSocket port;
  private final InetAddress ledger;
  private volatile boolean open = true;

  public VirtualTicketWindow(ServerSocket port, InetAddress ledger) {
    this.port = port;
    this.ledger = ledger;
  }

  /** Serves until it is closed. */
  public void serve() throws IOException { // label: io network async
    try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
      while (open) {
        Socket visitor = port.accept();
        clerks.submit(() -> answer(visitor));
      }
    }
  }

  private Void answer(Socket visitor) throws IOException { // label: io network
    try (visitor;
        Socket question = new Socket(ledger, 4711)) {
      question.getOutputStream().write(visitor.getInputStream().read());
      visitor.getOutputStream().write(question.getInputStream().read());
    }
    return null;
  }

  /** Serves nobody any more. */
  public void close() { // label: light
    open = false;
  }
}
