package dev.concur.samples.spinwait;

import java.util.concurrent.CountDownLatch;

/** Right: whoever waits is woken; and a short spin says that it is one. */
public final class QuietDoorBell {

  private final CountDownLatch rung = new CountDownLatch(1);
  private volatile boolean open;

  /** Rings. */
  public void ring() { // label: light
    rung.countDown();
  }

  /** Waits until it has rung. */
  public void awaitRing() throws InterruptedException { // label: io lock
    rung.await();
  }

  /** Opens. */
  public void open() {
    open = true;
  }

  /** Waits the few cycles until the door is open. */
  public void awaitOpen() {
    while (!open) {
      Thread.onSpinWait();
    }
  }
}
