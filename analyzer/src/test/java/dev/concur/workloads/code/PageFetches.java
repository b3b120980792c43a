package dev.concur.workloads.code;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Fetches pages over HTTP, one after the other. */
public final class PageFetches {

  private final HttpClient client;

  public PageFetches(HttpClient client) {
    this.client = client;
  }

  public List<Integer> statuses(List<URI> pages) throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    for (URI page : pages) {
      statuses.add(status(page));
    }
    return statuses;
  }

  public int status(URI page) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
