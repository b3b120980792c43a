package io.bandstand.artist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The agency's catalogue of artists. */
public class ArtistClient {

  private static final TypeReference<List<Artist>> LIST = new TypeReference<>() {};

  private final HttpClient http;
  private final URI base;
  private final ObjectMapper mapper;

  public ArtistClient(HttpClient http, URI base, ObjectMapper mapper) {
    this.http = http;
    this.base = base;
    this.mapper = mapper;
  }

  public Optional<Artist> fetch(long id) {
    HttpResponse<byte[]> answer = get("/artists/" + id);
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(read(answer.body(), Artist.class));
  }

  public List<Artist> page(int number) {
    try {
      return mapper.readValue(get("/artists/page" + number).body(), LIST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is asked for before somebody looks at it. */
  public Pages<Artist> all() {
    return new Pages<>(this::page);
  }

  public List<String> namesOf(String genre) {
    return all().stream()
        .filter(a -> a.plays(genre))
        .map(Artist::sortName)
        .sorted()
        .collect(Collectors.toList());
  }

  public CompletableFuture<Artist> fetchLater(long id) {
    return http.sendAsync(request("/artists/" + id), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(r -> read(r.body(), Artist.class));
  }

  public List<Artist> fetchAll(List<Long> ids) {
    List<CompletableFuture<Artist>> answers = ids.stream().map(this::fetchLater).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Accept", "application/json")
        .timeout(Duration.ofSeconds(5))
        .build();
  }

  private HttpResponse<byte[]> get(String path) {
    try {
      return http.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
