package com.pawlane.clinic.partners;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Exchange rates of the central bank, for owners from abroad. */
public class RateFeed {
  private final URL url;

  public RateFeed(URL url) {
    this.url = url;
  }

  public Map<String, Double> today() throws IOException {
    try (InputStream in = url.openStream()) {
      return read(in);
    }
  }

  static Map<String, Double> read(InputStream in) throws IOException {
    Map<String, Double> rates = new TreeMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int eq = line.indexOf('=');
      if (eq > 0) {
        rates.put(line.substring(0, eq), Double.parseDouble(line.substring(eq + 1)));
      }
    }
    return rates;
  }
}
