package dev.concur.samples.innocent;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;

/** Waiting on virtual threads, with a monitor that guards no waiting. */
public final class VirtualWaiting {

  private final CreditBureau bureau;
  private long lastLimit;

  public VirtualWaiting(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Asks for a limit, in the background. */
  public Thread ask(String customer) { // label: light async
    return Thread.startVirtualThread(() -> note(customer));
  }

  /** The limit that was heard last. */
  public synchronized long lastLimit() { // label: light
    return lastLimit;
  }

  private void note(String customer) { // label: io network
    try {
      remember(bureau.limitOf(customer));
    } catch (IOException e) {
      remember(0);
    }
  }

  private synchronized void remember(long limit) { // label: light
    lastLimit = limit;
  }
}
