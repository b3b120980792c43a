package com.harbor.billing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bank's new interface. */
public class PaymentGateway {

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI base;

  public PaymentGateway(URI base) {
    this.base = base;
  }

  HttpRequest request(String invoice) {
    return HttpRequest.newBuilder(base.resolve("/payments/" + invoice))
        .timeout(Duration.ofSeconds(5))
        .header("Accept", "text/plain")
        .GET()
        .build();
  }

  public Optional<String> status(String invoice) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request(invoice), HttpResponse.BodyHandlers.ofString());
    return Optional.of(response).filter(r -> r.statusCode() == 200).map(HttpResponse::body);
  }

  /** Starts asking; whoever needs the answer waits for it. */
  public CompletableFuture<String> ask(String invoice) {
    return http.sendAsync(request(invoice), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  public List<String> statuses(List<String> invoices) {
    List<CompletableFuture<String>> asked =
        invoices.stream().map(this::ask).collect(Collectors.toList());
    return asked.stream().map(CompletableFuture::join).collect(Collectors.toList());
  }

  /** Nothing is asked before somebody walks the stream. */
  public Stream<Optional<String>> lazily(List<String> invoices) {
    return invoices.stream()
        .map(
            invoice -> {
              try {
                return status(invoice);
              } catch (IOException e) {
                return Optional.<String>empty();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.<String>empty();
              }
            });
  }

  public long paid(List<String> invoices) {
    return lazily(invoices).filter(Optional::isPresent).count();
  }
}
