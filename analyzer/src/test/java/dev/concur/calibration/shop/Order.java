package dev.concur.calibration.shop;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One order of a customer. */
public record Order(long id, String customer, LocalDate day, List<Line> lines)
    implements Serializable {

  /** One line of an order. */
  public record Line(String sku, int quantity, BigDecimal price) implements Serializable {

    public BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  public BigDecimal total() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      sum = sum.add(line.amount());
    }
    return sum;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
