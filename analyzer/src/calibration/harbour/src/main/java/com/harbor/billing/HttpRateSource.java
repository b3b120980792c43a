package com.harbor.billing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The central bank, over HTTP. */
public class HttpRateSource implements RateSource {

  private final URI base;

  public HttpRateSource(URI base) {
    this.base = base;
  }

  @Override
  public BigDecimal rate(String currency) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve("/rates/" + currency).toURL().openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return new BigDecimal(in.readLine().trim());
    }
  }

  /** Tells the bank what we booked at. */
  public int report(Map<String, BigDecimal> booked) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve("/booked").toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    StringBuilder body = new StringBuilder();
    booked.forEach((currency, rate) -> body.append(currency).append('=').append(rate).append('\n'));
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    connection.getInputStream().readAllBytes();
    return status;
  }
}
