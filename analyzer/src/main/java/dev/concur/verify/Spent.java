package dev.concur.verify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of verification went on.
 *
 * @param whole wall time of all of it
 * @param parts wall time by what it went on, in words, longest first
 * @param settled experiments that were measured until more time could add nothing
 * @param open experiments for which there was no time, or not enough
 */
public record Spent(Duration whole, Map<String, Duration> parts, int settled, int open) {
  public Spent {
    parts = new LinkedHashMap<>(parts);
  }

  static Spent of(Duration whole, Ledger ledger, int settled, int open) {
    Map<String, Duration> parts = new LinkedHashMap<>();
    ledger.spent().entrySet().stream()
        .sorted(Map.Entry.<Ledger.Post, Duration>comparingByValue().reversed())
        .forEach(each -> parts.put(each.getKey().words(), each.getValue()));
    return new Spent(whole, parts, settled, open);
  }

  /** What all would take, going by those that are settled; empty when none is or none is open. */
  public Optional<Duration> forAll() {
    return settled == 0 || open == 0
        ? Optional.empty()
        : Optional.of(whole.multipliedBy(settled + open).dividedBy(settled));
  }
}
