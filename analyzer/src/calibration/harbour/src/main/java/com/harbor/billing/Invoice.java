package com.harbor.billing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

public record Invoice(String number, String customer, LocalDate date, List<Line> lines)
    implements Serializable {

  public record Line(String text, int quantity, BigDecimal price) implements Serializable {
    public BigDecimal sum() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  public BigDecimal total() {
    return lines.stream().map(Line::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean isDue(LocalDate today) {
    return !date.plusDays(30).isAfter(today);
  }
}
