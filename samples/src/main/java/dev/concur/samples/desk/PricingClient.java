package dev.concur.samples.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The wholesaler's price service: remote, slow, one article a call. */
public final class PricingClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http;
  private final URI base;

  public PricingClient(HttpClient http, URI base) {
    this.http = http;
    this.base = base;
  }

  /** Asks for the price of an article and waits for the answer. */
  public Price priceOf(String sku) throws IOException, InterruptedException { // label: io network
    return new Price(sku, parse(http.send(ask("price/" + sku), BodyHandlers.ofString()).body()));
  }

  /** Asks for the price of an article and returns at once. */
  public CompletableFuture<Price> priceLater(String sku) { // label: light async
    return http.sendAsync(ask("price/" + sku), BodyHandlers.ofString())
        .thenApply(answer -> new Price(sku, parse(answer.body())));
  }

  /** Asks how many pieces are in stock and waits for the answer. */
  public long stockOf(String sku) throws IOException, InterruptedException { // label: io network
    return parse(http.send(ask("stock/" + sku), BodyHandlers.ofString()).body());
  }

  private HttpRequest ask(String path) { // label: light
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
  }

  private static long parse(String body) { // label: light
    return Long.parseLong(body.trim());
  }
}
