package dev.concur.samples.pinnedinclassinit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Right: fetched at start-up by whoever makes it, and no initialiser waits. */
public final class FetchedCodes {

  private final String codes;

  private FetchedCodes(String codes) {
    this.codes = codes;
  }

  /** Fetches the codes. */
  // label: io network
  public static FetchedCodes fetch(HttpClient http, URI from)
      throws IOException, InterruptedException {
    return new FetchedCodes(
        http.send(HttpRequest.newBuilder(from).build(), BodyHandlers.ofString()).body());
  }

  /** Whether a code is known. */
  public boolean known(String code) { // label: light
    return codes.contains(code);
  }
}
