package org.sandpiper.lab.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.sandpiper.lab.archive.Exports;
import org.sandpiper.lab.domain.Order;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.portal.Guarded;
import org.sandpiper.lab.portal.InsuranceClient;
import org.sandpiper.lab.store.AnalyteCatalog;
import org.sandpiper.lab.store.OrderStore;
import org.sandpiper.lab.store.ResultRepository;

public class Billing {
  private final AnalyteCatalog catalog;
  private final OrderStore orders;
  private final ResultRepository results;
  private final InsuranceClient insurance;
  private final Guarded<String> guarded = new Guarded<>(3);

  public Billing(
      AnalyteCatalog catalog,
      OrderStore orders,
      ResultRepository results,
      InsuranceClient insurance) {
    this.catalog = catalog;
    this.orders = orders;
    this.results = results;
    this.insurance = insurance;
  }

  public int estimate(Order o) {
    return o.tests().stream().mapToInt(catalog::price).sum();
  }

  public String invoice(String accession) {
    Order o = orders.find(accession).orElseThrow();
    List<InsuranceClient.Position> positions =
        o.tests().stream().map(t -> new InsuranceClient.Position(t, catalog.price(t))).toList();
    return guarded.call(() -> insurance.submit(o.mrn(), positions));
  }

  public boolean covered(Patient p) throws IOException {
    return insurance.insured(p.mrn());
  }

  public List<String> uncovered(List<Patient> all) {
    List<CompletableFuture<Boolean>> answers =
        all.stream().map(p -> insurance.insuredLater(p.mrn())).toList();
    List<String> out = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) if (!answers.get(i).join()) out.add(all.get(i).mrn());
    return out;
  }

  public Map<String, Integer> statement(List<Order> orders) {
    return orders.stream()
        .collect(Collectors.groupingBy(Order::requester, Collectors.summingInt(this::estimate)));
  }

  public String volume() {
    return results.countByAnalyte().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Claims for an exported file of a referring laboratory. */
  public String claimFor(String laboratory, String csv, Map<String, Integer> prices)
      throws IOException {
    List<InsuranceClient.Position> positions =
        turnover(csv, prices).entrySet().stream()
            .map(
                e -> new InsuranceClient.Position(e.getKey(), (int) Math.round(100 * e.getValue())))
            .toList();
    return insurance.submit(laboratory, positions);
  }

  public static Map<String, Double> turnover(String csv, Map<String, Integer> prices) {
    return Exports.parse(csv).stream()
        .collect(
            Collectors.groupingBy(
                Result::analyte,
                Collectors.summingDouble(r -> prices.getOrDefault(r.analyte(), 0) / 100.0)));
  }
}
