package com.pawlane.clinic.cache;

import com.google.common.base.Suppliers;
import com.pawlane.clinic.model.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

public class PriceList {
  private final Path file;
  private final Supplier<Map<String, Money>> prices;
  private final Map<String, Double> factors = new ConcurrentHashMap<>();

  public PriceList(Path file) {
    this.file = file;
    this.prices = Suppliers.memoize(this::load);
  }

  public Money priceOf(String treatment) {
    return prices.get().getOrDefault(treatment, Money.ZERO);
  }

  public double surcharge(int hour) {
    return factors.computeIfAbsent(
        hour < 7 || hour > 19 ? "night" : "day", k -> k.equals("night") ? 2.0 : 1.0);
  }

  Map<String, Money> load() {
    Map<String, Money> read = new TreeMap<>();
    try (var lines = Files.lines(file)) {
      lines.map(l -> l.split(";")).forEach(c -> read.put(c[0], new Money(Long.parseLong(c[1]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
