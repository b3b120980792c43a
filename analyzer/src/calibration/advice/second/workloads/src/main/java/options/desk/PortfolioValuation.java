package options.desk;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

public final class PortfolioValuation {
  private final Pricer pricer;

  public PortfolioValuation(Pricer pricer) {
    this.pricer = pricer;
  }

  /** The value of all contracts in cents. */
  public long value(Collection<Contract> book) {
    return book.stream().map(this::cents).reduce(0L, Long::sum);
  }

  public long cents(Contract contract) {
    ToDoubleFunction<Contract> price = pricer::price;
    return Math.round(price.applyAsDouble(contract) * 100);
  }
}
