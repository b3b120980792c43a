package org.sandpiper.lab.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

public class InsuranceClient {
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient http =
      new OkHttpClient.Builder().callTimeout(20, TimeUnit.SECONDS).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final String base;

  public InsuranceClient(String base) {
    this.base = base;
  }

  public record Position(String code, int cents) {}

  byte[] claim(String mrn, List<Position> positions) throws IOException {
    ObjectNode root = mapper.createObjectNode().put("patient", mrn);
    ArrayNode a = root.putArray("positions");
    int total = 0;
    for (Position p : positions) {
      a.addObject().put("code", p.code()).put("cents", p.cents());
      total += p.cents();
    }
    root.put("total", total);
    return mapper.writeValueAsBytes(root);
  }

  public String submit(String mrn, List<Position> positions) throws IOException {
    Request r =
        new Request.Builder()
            .url(base + "claims")
            .post(RequestBody.create(claim(mrn, positions), JSON))
            .build();
    try (Response response = http.newCall(r).execute()) {
      if (!response.isSuccessful()) throw new IOException("claim refused: " + response.code());
      return mapper.readTree(response.body().byteStream()).path("number").asText();
    }
  }

  public boolean insured(String mrn) throws IOException {
    Request r = new Request.Builder().url(base + "insured/" + mrn).build();
    try (Response response = http.newCall(r).execute()) {
      return response.isSuccessful() && response.body().string().contains("\"active\":true");
    }
  }

  public CompletableFuture<Boolean> insuredLater(String mrn) {
    CompletableFuture<Boolean> f = new CompletableFuture<>();
    http.newCall(new Request.Builder().url(base + "insured/" + mrn).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                f.completeExceptionally(e);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  f.complete(
                      response.isSuccessful()
                          && response.body().string().contains("\"active\":true"));
                }
              }
            });
    return f;
  }

  static int total(JsonNode claim) {
    int t = 0;
    for (JsonNode p : claim.path("positions")) t += p.path("cents").asInt();
    return t;
  }
}
