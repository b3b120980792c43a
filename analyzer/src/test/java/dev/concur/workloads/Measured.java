package dev.concur.workloads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The table of what was measured: tasks a second by workload and way. */
final class Measured {

  static final String AS_IT_IS = "as-it-is";

  private final Map<String, Map<String, Double>> rates;

  private Measured(Map<String, Map<String, Double>> rates) {
    this.rates = rates;
  }

  /** The table that is kept with the code. */
  static Measured kept() {
    Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
    InputStream file = Objects.requireNonNull(Measured.class.getResourceAsStream("measured.csv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .forEach(
              each ->
                  rates
                      .computeIfAbsent(each[0], name -> new LinkedHashMap<>())
                      .put(each[1], Double.parseDouble(each[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Measured(rates);
  }

  /** Ways of one workload that a runtime has. */
  Map<String, Double> of(Workload workload, int runtime) {
    Map<String, Double> ways =
        new LinkedHashMap<>(Objects.requireNonNull(rates.get(workload.name()), workload.name()));
    if (runtime < 21) {
      ways.remove("virtual-threads");
    }
    return ways;
  }
}
