package com.kittiwake.freight.model;

import java.math.BigDecimal;
import java.util.List;

public record Declaration(String mrn, String declarant, String office, List<Item> items) {
  public record Item(
      String tariffCode, String origin, BigDecimal value, double netKg, String description) {}
}
