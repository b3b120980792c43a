package com.harbor.billing;

import com.harbor.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Turns foreign amounts into ours. */
public class Converter {

  private final HttpRateSource bank;
  private final FixedRates contracts;

  public Converter(HttpRateSource bank, FixedRates contracts) {
    this.bank = bank;
    this.contracts = contracts;
  }

  public Money atContract(Money foreign) {
    return new Money(foreign.amount().multiply(contracts.rate(foreign.currency())), "EUR");
  }

  public Money atMarket(Money foreign) throws IOException {
    return new Money(foreign.amount().multiply(bank.rate(foreign.currency())), "EUR");
  }

  /** The sum of all, each at the rate of the day. */
  public Money sumAtMarket(List<Money> amounts) throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    for (Money money : amounts) {
      sum = sum.add(atMarket(money).amount());
    }
    return new Money(sum, "EUR");
  }
}
