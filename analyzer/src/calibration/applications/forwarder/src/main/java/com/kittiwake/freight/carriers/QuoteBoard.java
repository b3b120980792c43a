package com.kittiwake.freight.carriers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class QuoteBoard {
  public record Quote(String carrier, double price) {}

  private final List<CarrierClient> carriers;
  private final ExecutorService pool;

  public QuoteBoard(List<CarrierClient> carriers, ExecutorService pool) {
    this.carriers = List.copyOf(carriers);
    this.pool = pool;
  }

  public List<Quote> ask(String lane, double teu) throws InterruptedException {
    List<Callable<Quote>> questions = new ArrayList<>();
    for (CarrierClient carrier : carriers) {
      questions.add(() -> new Quote(carrier.name(), carrier.quote(lane, teu)));
    }
    List<Quote> quotes = new ArrayList<>();
    for (Future<Quote> f : pool.invokeAll(questions)) {
      try {
        quotes.add(f.get());
      } catch (ExecutionException e) {
        quotes.add(new Quote("?", Double.NaN));
      }
    }
    return quotes;
  }

  public CompletableFuture<Quote> askOne(String lane, double teu) {
    CarrierClient first = carriers.get(0);
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return new Quote(first.name(), first.quote(lane, teu));
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            pool)
        .thenApply(q -> new Quote(q.carrier(), q.price() * 1.04));
  }

  public double firstPrice(String lane) {
    return askOne(lane, 1).thenApply(Quote::price).join();
  }

  public static Quote cheapest(List<Quote> quotes) {
    return quotes.stream()
        .filter(q -> !Double.isNaN(q.price()))
        .min(Comparator.comparingDouble(Quote::price))
        .orElse(null);
  }
}
