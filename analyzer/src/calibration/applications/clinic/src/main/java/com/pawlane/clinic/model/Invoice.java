package com.pawlane.clinic.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public record Invoice(String number, Owner owner, LocalDate issued, List<InvoiceLine> lines)
    implements Serializable {

  public Money total() {
    return lines.stream()
        .map(line -> line.net().plus(line.net().percent(line.vatPercent())))
        .reduce(Money.ZERO, Money::plus);
  }

  public Map<Integer, Money> vatByRate() {
    return lines.stream()
        .collect(
            Collectors.toMap(
                InvoiceLine::vatPercent,
                line -> line.net().percent(line.vatPercent()),
                Money::plus,
                TreeMap::new));
  }
}
