package com.harbor.billing;

import com.harbor.model.Charge;
import com.harbor.model.Money;
import java.math.BigDecimal;
import java.util.List;

public class ChargeCalculator {

  private final String currency;

  public ChargeCalculator(String currency) {
    this.currency = currency;
  }

  /** What one charge costs; surcharges nest. */
  public BigDecimal amount(Charge charge) {
    if (charge instanceof Charge.Storage storage) {
      return storage.type().storageRate(storage.days());
    } else if (charge instanceof Charge.Handling handling) {
      return handling.perMove().multiply(BigDecimal.valueOf(handling.moves()));
    } else if (charge instanceof Charge.Surcharge surcharge) {
      return amount(surcharge.on()).multiply(surcharge.percent()).movePointLeft(2);
    }
    throw new IllegalStateException("charge " + charge);
  }

  public Money total(List<Charge> charges) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Charge charge : charges) {
      sum = sum.add(amount(charge));
    }
    return new Money(sum, currency);
  }
}
