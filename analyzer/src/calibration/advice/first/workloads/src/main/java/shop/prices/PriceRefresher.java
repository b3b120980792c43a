package shop.prices;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refreshes the prices of the shop from the supplier's price endpoint. */
public final class PriceRefresher {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final URI base;

  public PriceRefresher(HttpClient client, URI base) {
    this.client = client;
    this.base = base;
  }

  /** Asks the supplier for each article number and returns the current prices. */
  public Map<String, BigDecimal> refresh(List<String> articles)
      throws IOException, InterruptedException {
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    for (String article : articles) {
      BigDecimal price = fetch(article);
      if (price.signum() >= 0) {
        prices.put(article, price);
      }
    }
    return prices;
  }

  public BigDecimal fetch(String article) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(article), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("supplier answered " + response.statusCode() + " for " + article);
    }
    return parse(response.body());
  }

  public HttpRequest request(String article) {
    return HttpRequest.newBuilder(base.resolve("/item/" + article))
        .timeout(TIMEOUT)
        .header("Accept", "text/plain")
        .GET()
        .build();
  }

  public static BigDecimal parse(String body) {
    int at = body.indexOf("price=");
    int end = body.indexOf(';', at);
    return at < 0 ? BigDecimal.ONE.negate() : new BigDecimal(body.substring(at + 6, end));
  }
}
