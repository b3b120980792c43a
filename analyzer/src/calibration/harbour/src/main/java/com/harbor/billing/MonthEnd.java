package com.harbor.billing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports over the invoices of a month. */
public class MonthEnd {

  public Map<String, BigDecimal> revenueByCustomer(List<Invoice> invoices) {
    return invoices.stream()
        .collect(
            Collectors.groupingBy(
                Invoice::customer,
                TreeMap::new,
                Collectors.mapping(
                    Invoice::total, Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))));
  }

  /** The invoices in the order in which the accountant wants them. */
  public List<Invoice> ordered(List<Invoice> invoices) {
    return invoices.stream()
        .sorted(
            Comparator.comparing(Invoice::customer)
                .thenComparing(Invoice::date, Comparator.reverseOrder())
                .thenComparing(Invoice::number))
        .collect(Collectors.toList());
  }

  /** Overdue invoices, found when somebody asks for them. */
  public Stream<Invoice> overdue(List<Invoice> invoices, java.time.LocalDate today) {
    return invoices.stream()
        .filter(invoice -> invoice.isDue(today))
        .sorted(Comparator.comparing(Invoice::date));
  }

  public Map<String, Integer> wordsOnInvoices(List<Invoice> invoices) {
    Map<String, Integer> counts = new HashMap<>();
    for (Invoice invoice : invoices) {
      for (Invoice.Line line : invoice.lines()) {
        for (String word : line.text().toLowerCase().split("\\s+")) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(20)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  public long open(List<Invoice> invoices, java.util.Set<String> paid) {
    long count = 0;
    for (Invoice invoice : invoices) {
      if (!paid.contains(invoice.number())) {
        count++;
      }
    }
    return count;
  }
}
