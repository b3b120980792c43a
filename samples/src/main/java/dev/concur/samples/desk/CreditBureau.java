package dev.concur.samples.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Somebody else's opinion of our customers, asked over the old HTTP client. */
public final class CreditBureau {

  private final String address;

  public CreditBureau(String address) {
    this.address = address;
  }

  /** How much the customer may owe us, in cents. */
  public long limitOf(String customer) throws IOException { // label: io network
    HttpURLConnection line =
        (HttpURLConnection) new URL(address + "/limit/" + customer).openConnection();
    line.setConnectTimeout(2_000);
    line.setReadTimeout(5_000);
    try (BufferedReader answer =
        new BufferedReader(
            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
      return Long.parseLong(answer.readLine());
    } finally {
      line.disconnect();
    }
  }
}
