package dev.concur.samples.sequentialindependentio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Right: each page names the next one, so there is no way to ask for two at once. */
public final class PageReader {

  private final HttpClient http;
  private final URI first;

  public PageReader(HttpClient http, URI first) {
    this.http = http;
    this.first = first;
  }

  /** All pages of the supplier's catalogue. */
  public List<String> pages() throws IOException, InterruptedException { // label: io network
    List<String> pages = new ArrayList<>();
    URI next = first;
    while (next != null) {
      HttpResponse<String> page =
          http.send(HttpRequest.newBuilder(next).build(), BodyHandlers.ofString());
      pages.add(page.body());
      next = page.headers().firstValue("Next").map(first::resolve).orElse(null);
    }
    return pages;
  }
}
