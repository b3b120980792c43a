package com.pawlane.clinic.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pawlane.clinic.model.LabResult;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The laboratory's web API. */
public class LabClient implements LabGateway {
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient http;
  private final HttpUrl base;
  private final ObjectMapper mapper;
  private final Executor workers;

  public LabClient(OkHttpClient http, String base, ObjectMapper mapper, Executor workers) {
    this.http = http;
    this.base = HttpUrl.get(base);
    this.mapper = mapper;
    this.workers = workers;
  }

  @Override
  public LabResult result(String order) throws IOException {
    try (Response response = http.newCall(requestFor(order)).execute()) {
      if (!response.isSuccessful() || response.body() == null) {
        throw new IOException("lab answered " + response.code());
      }
      return parse(response.body().string());
    }
  }

  @Override
  public String submit(long animalId, List<String> tests) throws IOException {
    byte[] body = mapper.writeValueAsBytes(Map.of("animal", animalId, "tests", tests));
    Request request =
        new Request.Builder()
            .url(base.resolve("orders"))
            .post(RequestBody.create(body, JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.header("Location", "");
    }
  }

  /** Asks for all at once and waits for the last. */
  public List<LabResult> results(Collection<String> orders) {
    List<CompletableFuture<LabResult>> asked =
        orders.stream()
            .map(order -> CompletableFuture.supplyAsync(() -> resultUnchecked(order), workers))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  public CompletableFuture<LabResult> later(String order) {
    return CompletableFuture.supplyAsync(() -> resultUnchecked(order), workers);
  }

  public void subscribe(String order, Consumer<LabResult> listener) {
    http.newCall(requestFor(order))
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                listener.accept(null);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  listener.accept(parse(response.body().string()));
                }
              }
            });
  }

  Request requestFor(String order) {
    return new Request.Builder()
        .url(base.newBuilder().addPathSegment("orders").addPathSegment(order).build())
        .header("Accept", "application/json")
        .build();
  }

  LabResult parse(String json) throws IOException {
    JsonNode tree = mapper.readTree(json);
    Map<String, Double> values = new LinkedHashMap<>();
    tree.path("values")
        .fields()
        .forEachRemaining(e -> values.put(e.getKey(), e.getValue().asDouble()));
    return new LabResult(
        tree.path("order").asText(),
        tree.path("animal").asLong(),
        Instant.ofEpochSecond(tree.path("taken").asLong()),
        values);
  }

  private LabResult resultUnchecked(String order) {
    try {
      return result(order);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
