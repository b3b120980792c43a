package com.pawlane.clinic.partners;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks pet insurers whether a policy covers a treatment. */
public class InsuranceClient {
  private final HttpClient http;
  private final URI base;

  public InsuranceClient(HttpClient http, URI base) {
    this.http = http;
    this.base = base;
  }

  public boolean covers(String policy, String treatment) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(coverage(policy, treatment), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() == 200 && response.body().contains("\"covered\":true");
  }

  public CompletableFuture<Boolean> coversLater(String policy, String treatment) {
    return http.sendAsync(coverage(policy, treatment), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .thenApply(body -> body.contains("\"covered\":true"));
  }

  public boolean coversAll(String policy, String... treatments) {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (String treatment : treatments) {
      all = all.thenCombine(coversLater(policy, treatment), Boolean::logicalAnd);
    }
    return all.join();
  }

  HttpRequest coverage(String policy, String treatment) {
    return HttpRequest.newBuilder(base.resolve("/policies/" + policy + "?treatment=" + treatment))
        .timeout(Duration.ofSeconds(10))
        .header("Accept", "application/json")
        .GET()
        .build();
  }
}
