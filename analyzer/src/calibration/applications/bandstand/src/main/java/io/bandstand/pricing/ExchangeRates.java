package io.bandstand.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandstand.domain.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Rates of foreign money, asked for once in a while. */
public class ExchangeRates {

  private record Table(Instant until, Map<String, Double> rates) {}

  private final RestClient client;
  private final Clock clock;
  private final Duration keep;
  private final AtomicReference<Table> table = new AtomicReference<>();

  public ExchangeRates(String address, Clock clock, Duration keep) {
    this.client =
        RestClient.builder()
            .baseUrl(address)
            .requestFactory(new JdkClientHttpRequestFactory())
            .build();
    this.clock = clock;
    this.keep = keep;
  }

  public Money toEuro(Money amount) {
    if (amount.currency().equals("EUR")) {
      return amount;
    }
    Double rate = current().get(amount.currency());
    if (rate == null) {
      throw new IllegalArgumentException("no rate of " + amount.currency());
    }
    return new Money(Math.round(amount.cents() / rate), "EUR");
  }

  private Map<String, Double> current() {
    Table known = table.get();
    if (known == null || clock.instant().isAfter(known.until())) {
      return refresh();
    }
    return known.rates();
  }

  public Map<String, Double> refresh() {
    JsonNode answer = client.get().uri("/rates/latest").retrieve().body(JsonNode.class);
    Map<String, Double> rates = new HashMap<>();
    answer
        .get("rates")
        .fields()
        .forEachRemaining(e -> rates.put(e.getKey(), e.getValue().asDouble()));
    table.set(new Table(clock.instant().plus(keep), Map.copyOf(rates)));
    return rates;
  }
}
