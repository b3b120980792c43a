package dev.concur.samples.pinnedinclassinit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Codes of countries, fetched once. Wrong: whoever is first waits inside the initialiser, which
 * pins.
 */
final class CountryCodes {

  private static final String CODES = fetch(); // expect: pinned-in-class-init on 21-25

  private CountryCodes() {}

  static boolean known(String code) {
    return CODES.contains(code);
  }

  private static String fetch() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:8017/codes")).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
