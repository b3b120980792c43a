package dev.concur.workloads.code;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Futures from a stream, on a pool of five. */
public final class StreamedFutures {

  public static final int CUSTOMERS = 100;

  private static final ExecutorService POOL = Executors.newFixedThreadPool(5);

  public List<String> all() {
    List<CompletableFuture<String>> names =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(id -> CompletableFuture.supplyAsync(() -> name(id), POOL))
            .collect(Collectors.toList());
    return names.stream().map(CompletableFuture::join).collect(Collectors.toList());
  }

  public static String name(int id) {
    try {
      Thread.sleep(6);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "customer " + id;
  }
}
