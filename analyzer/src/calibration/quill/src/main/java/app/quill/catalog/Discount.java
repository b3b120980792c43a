package app.quill.catalog;

import java.util.List;
import java.util.function.LongUnaryOperator;

/** How a price becomes smaller. */
public enum Discount {
  NONE(cents -> cents),
  STAFF(cents -> cents * 60 / 100),
  CLEARANCE(cents -> Math.max(99, cents / 4));

  private final LongUnaryOperator rule;

  Discount(LongUnaryOperator rule) {
    this.rule = rule;
  }

  public long apply(long cents) {
    return rule.applyAsLong(cents);
  }

  public static long best(List<Discount> offered, long cents) {
    return offered.stream().mapToLong(discount -> discount.apply(cents)).min().orElse(cents);
  }
}
