package seo.links;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

class PageFetcher {
  private final String base;

  PageFetcher(String base) {
    this.base = base;
  }

  String fetch(String page) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) new URL(base + "/site/" + page).openConnection();
      connection.setConnectTimeout(2000);
      connection.setReadTimeout(5000);
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
