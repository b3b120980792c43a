package com.harbor.billing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How a crane bought on credit is paid back. */
public class AnnuityPlan {

  public record Instalment(int month, BigDecimal interest, BigDecimal principal, BigDecimal rest) {}

  private static final MathContext PRECISE = MathContext.DECIMAL128;

  private final BigDecimal monthlyRate;

  public AnnuityPlan(BigDecimal yearlyPercent) {
    this.monthlyRate = yearlyPercent.divide(BigDecimal.valueOf(1200), PRECISE);
  }

  public BigDecimal instalment(BigDecimal loan, int months) {
    BigDecimal growth = BigDecimal.ONE.add(monthlyRate).pow(months, PRECISE);
    return loan.multiply(monthlyRate)
        .multiply(growth)
        .divide(growth.subtract(BigDecimal.ONE), PRECISE);
  }

  public List<Instalment> schedule(BigDecimal loan, int months) {
    BigDecimal pay = instalment(loan, months);
    List<Instalment> plan = new ArrayList<>(months);
    BigDecimal rest = loan;
    for (int month = 1; month <= months; month++) {
      BigDecimal interest = rest.multiply(monthlyRate, PRECISE);
      BigDecimal principal = pay.subtract(interest);
      rest = rest.subtract(principal, PRECISE);
      plan.add(
          new Instalment(
              month,
              interest.setScale(2, RoundingMode.HALF_EVEN),
              principal.setScale(2, RoundingMode.HALF_EVEN),
              rest.setScale(2, RoundingMode.HALF_EVEN)));
    }
    return plan;
  }
}
