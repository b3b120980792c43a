package dev.concur.samples.ioboundmethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;

/** Pages of a supplier's catalogue, each asked for when the one before it has been read. */
public final class CatalogueFeed implements Iterable<String> {

  private final HttpClient http;
  private final URI first;

  public CatalogueFeed(HttpClient http, URI first) {
    this.http = http;
    this.first = first;
  }

  @Override
  public Iterator<String> iterator() { // label: light
    return new Pages();
  }

  /** Letters on all pages: the loop does not look like it, and waits at each turn. */
  public long letters() { // label: io network
    long letters = 0;
    for (String page : this) {
      letters += page.length();
    }
    return letters;
  }

  private final class Pages implements Iterator<String> {

    private URI next = first;

    @Override
    public boolean hasNext() { // label: light
      return next != null;
    }

    @Override
    public String next() { // label: io network
      try {
        HttpResponse<String> page =
            http.send(HttpRequest.newBuilder(next).build(), BodyHandlers.ofString());
        next = page.headers().firstValue("Next").map(first::resolve).orElse(null);
        return page.body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
