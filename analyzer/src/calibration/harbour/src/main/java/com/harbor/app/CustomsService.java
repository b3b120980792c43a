package com.harbor.app;

import com.harbor.billing.RateSource;
import com.harbor.docs.Archive;
import com.harbor.docs.CsvManifest;
import com.harbor.docs.Json;
import com.harbor.docs.Seal;
import com.harbor.docs.Texts;
import com.harbor.model.Container;
import com.harbor.tracking.SeaRoutes;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What customs wants from us. */
public class CustomsService {

  private final HttpClient http;
  private final URI office;
  private final Path outbox;
  private final Executor background;
  private final Map<String, Function<String, Boolean>> checks = new HashMap<>();
  private Consumer<String> onRejected = reference -> {};

  public CustomsService(HttpClient http, URI office, Path outbox, Executor background) {
    this.http = http;
    this.office = office;
    this.outbox = outbox;
    this.background = background;
    checks.put("code", Container::validCode);
    checks.put("length", text -> text.length() == 11);
  }

  public void onRejected(Consumer<String> listener) {
    onRejected = listener;
  }

  /** Runs all checks over one code. */
  public List<String> violations(String code) {
    return checks.entrySet().stream()
        .filter(check -> !check.getValue().apply(code))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toList());
  }

  public void reject(String reference) {
    onRejected.accept(reference);
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(office.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IOException(path + ": " + response.statusCode());
    }
    return response.body();
  }

  public boolean declare(String reference, String body) throws IOException, InterruptedException {
    HttpResponse<Void> response =
        http.send(
            HttpRequest.newBuilder(office.resolve("/declare/" + reference))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    return response.statusCode() == 200;
  }

  /** Fetches the tariff, several hundred KB of JSON, and indexes it. */
  public Map<String, Double> tariff() throws IOException, InterruptedException {
    Map<String, Double> index = new HashMap<>();
    for (Object item : (List<?>) Json.parse(get("/tariff"))) {
      Map<?, ?> entry = (Map<?, ?>) item;
      index.put((String) entry.get("code"), (Double) entry.get("duty"));
    }
    return index;
  }

  /** Those on the watch list which nearly carry the name of the customer. */
  public List<String> suspects(String customer) throws IOException {
    try (java.io.InputStream in = office.resolve("/watchlist").toURL().openStream()) {
      String[] names = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      List<String> suspects = new ArrayList<>();
      for (String name : names) {
        if (Texts.distance(name, customer) <= 3) {
          suspects.add(name);
        }
      }
      return suspects;
    }
  }

  /** The bodies of a declaration sealed and sent, one after the other. */
  public int declareSealed(Map<String, byte[]> documents) throws IOException, InterruptedException {
    int accepted = 0;
    for (Map.Entry<String, byte[]> document : documents.entrySet()) {
      byte[] packed = Archive.gzip(document.getValue());
      if (declare(document.getKey(), Seal.digest(packed))) {
        accepted++;
      }
    }
    return accepted;
  }

  /** Does not wait for the office. */
  public CompletableFuture<Boolean> declareLater(String reference, String body) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return declare(reference, body);
              } catch (IOException | InterruptedException e) {
                return false;
              }
            },
            background)
        .exceptionally(e -> false);
  }

  /** Reads a manifest from the disk and sorts it for the inspection. */
  public List<Container> inspectionOrder(Path manifest) throws IOException {
    List<Container> containers = CsvManifest.load(manifest);
    containers.sort(
        Comparator.comparing(Container::type)
            .thenComparing(Comparator.comparingInt(Container::grossKg).reversed())
            .thenComparing(Container::code));
    return containers;
  }

  public Path writeStatement(String reference, List<Map<String, Object>> rows) throws IOException {
    Path file = outbox.resolve(reference + ".json");
    Files.writeString(file, Json.write(rows));
    return file;
  }

  public boolean isPending(String reference) {
    return checks.isEmpty() || reference.startsWith("P");
  }

  /** The duty in the currency of the office, from whichever source is asked. */
  public static BigDecimal duty(RateSource rates, BigDecimal amount, String currency)
      throws IOException {
    return amount.multiply(rates.rate(currency));
  }

  /** Encrypts the archive of a day. */
  public void sealDay(byte[] day, Seal seal, Path target)
      throws IOException, GeneralSecurityException {
    seal.lockAway(Archive.gzip(day), new byte[12], target);
  }

  public static URL page(URI base, String path) throws IOException {
    return base.resolve(path).toURL();
  }

  public static List<String> detour(SeaRoutes routes, String from, String over, String to) {
    List<String> path = new ArrayList<>(routes.shortest(from, over));
    path.remove(path.size() - 1);
    path.addAll(routes.shortest(over, to));
    return path;
  }
}
