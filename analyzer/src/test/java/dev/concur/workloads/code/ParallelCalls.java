package dev.concur.workloads.code;

import java.util.List;

/** Calls from a parallel stream, each waiting five milliseconds. */
public final class ParallelCalls {

  public long total(List<Integer> accounts) {
    return accounts.parallelStream().mapToLong(this::balance).sum();
  }

  public long balance(int account) {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException("no balance of " + account, e);
    }
    return account;
  }
}
