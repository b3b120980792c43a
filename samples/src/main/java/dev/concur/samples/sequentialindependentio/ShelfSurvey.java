package dev.concur.samples.sequentialindependentio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Asks every shelf of the high-bay store how full it is. Wrong: twenty thousand waits in a row.
 *
 * <p>Best: a pool on 17, sized by the waits and no larger than the cores can serve; virtual threads
 * from 21 on, which read like this code.
 */
public final class ShelfSurvey {

  private static final int SHELVES = 20_000;

  private final HttpClient http;
  private final URI store;

  public ShelfSurvey(HttpClient http, URI store) {
    this.http = http;
    this.store = store;
  }

  /** Pieces on all shelves. */
  public long pieces() throws IOException, InterruptedException { // label: io network
    long pieces = 0;
    // expect: sequential-independent-io [17: threads, 21: virtual-threads]
    for (int shelf = 0; shelf < SHELVES; shelf++) {
      HttpRequest question = HttpRequest.newBuilder(store.resolve("shelf/" + shelf)).build();
      pieces += Long.parseLong(http.send(question, BodyHandlers.ofString()).body());
    }
    return pieces;
  }
}
