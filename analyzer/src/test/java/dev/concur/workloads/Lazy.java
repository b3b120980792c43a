package dev.concur.workloads;

import java.util.concurrent.Callable;

/** Made when first asked for, so that listing the workloads starts no server. */
final class Lazy<T> {
  private final Callable<T> maker;
  private T made;

  Lazy(Callable<T> maker) {
    this.maker = maker;
  }

  synchronized T get() throws Exception {
    if (made == null) {
      made = maker.call();
    }
    return made;
  }
}
