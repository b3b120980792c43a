package dev.concur.samples.callbackchainon21;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/**
 * Puts a letter together from three services. Wrong on 21 and later: as cheap, and harder to read
 * than need be.
 */
public final class WelcomeLetter {

  private final HttpClient http;
  private final URI house;

  public WelcomeLetter(HttpClient http, URI house) {
    this.http = http;
    this.house = house;
  }

  /** The letter, soon. */
  public CompletableFuture<String> write(String customer) { // label: light async
    return ask("name/" + customer) // expect: callback-chain-on-21 [virtual-threads]
        .thenCompose(name -> ask("greeting/" + name))
        .thenCompose(greeting -> ask("layout/" + greeting))
        .thenCompose(layout -> ask("print/" + layout));
  }

  private CompletableFuture<String> ask(String path) { // label: light async
    return http.sendAsync(
            HttpRequest.newBuilder(house.resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }
}
