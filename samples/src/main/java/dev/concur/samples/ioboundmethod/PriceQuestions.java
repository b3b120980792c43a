package dev.concur.samples.ioboundmethod;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who waits for an answer: the one who asks, the one who joins, the one who pulls. Never the one
 * who writes it down.
 */
public final class PriceQuestions {

  private final PricingClient prices;

  public PriceQuestions(PricingClient prices) {
    this.prices = prices;
  }

  /** A question that nobody has asked yet. */
  public Callable<Price> question(String sku) { // label: light
    return () -> prices.priceOf(sku);
  }

  /** Asks it. */
  public Price ask(String sku) throws Exception { // label: io network
    return question(sku).call();
  }

  /** A question that is on its way. */
  public CompletableFuture<Price> start(String sku) { // label: light async
    return prices.priceLater(sku);
  }

  /** Waits for a question that another method sent on its way. */
  public Price finish(CompletableFuture<Price> started) { // label: io
    return started.join();
  }

  /** Sends a question on its way and waits for it. */
  public long startAndFinish(String sku) { // label: io network
    return start(sku).join().cents();
  }

  /** Prices that are asked for when somebody pulls. */
  public Stream<Price> lazily(List<String> skus) { // label: light
    return skus.stream().map(this::priceOf);
  }

  /** Pulls one. */
  public Price first(List<String> skus) { // label: io network
    return lazily(skus).findFirst().orElseThrow();
  }

  /** A price that is asked for if it is needed. */
  public long centsOr(String sku, boolean needed) {
    Supplier<Price> price = () -> priceOf(sku);
    return needed ? price.get().cents() : 0;
  }

  /** Never pulls, so never waits. */
  public int count(List<String> skus) { // label: light
    return skus.size();
  }

  private Price priceOf(String sku) { // label: io network
    try {
      return prices.priceOf(sku);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
