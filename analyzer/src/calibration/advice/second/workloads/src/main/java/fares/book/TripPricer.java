package fares.book;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Prices trips of several routes. */
public class TripPricer implements AutoCloseable {
  private static final int THREADS = 16;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final FareBook book;

  public TripPricer(FareBook book) {
    this.book = book;
  }

  public long price(List<String> routes) throws InterruptedException, ExecutionException {
    CompletionService<Long> service = new ExecutorCompletionService<>(executor);
    for (String route : routes) {
      service.submit(() -> book.fare(route));
    }
    long total = 0;
    for (int i = 0; i < routes.size(); i++) {
      total += service.take().get();
    }
    return total;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
