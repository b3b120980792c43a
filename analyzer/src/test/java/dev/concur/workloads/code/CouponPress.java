package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks for coupons on the pool that everybody computes on. */
public final class CouponPress {

  public static final int COUPONS = 100;

  public int all() {
    List<CompletableFuture<Integer>> coupons = new ArrayList<>();
    for (int i = 0; i < COUPONS; i++) {
      int number = i;
      coupons.add(CompletableFuture.supplyAsync(() -> coupon(number)));
    }
    return coupons.stream().mapToInt(CompletableFuture::join).sum();
  }

  public static int coupon(int number) {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }
}
