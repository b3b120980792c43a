package dev.concur.workloads.code;

import java.util.concurrent.TimeUnit;

/** Two hundred answers that take a millisecond each. */
public final class ShortNaps {

  public static final int ANSWERS = 200;

  public int sum() {
    int sum = 0;
    for (int i = 0; i < ANSWERS; i++) {
      sum += answer(i);
    }
    return sum;
  }

  public int answer(int question) {
    try {
      TimeUnit.MILLISECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return question & 7;
  }
}
