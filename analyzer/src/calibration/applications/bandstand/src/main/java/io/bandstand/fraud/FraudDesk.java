package io.bandstand.fraud;

import io.bandstand.db.OrderRepository;
import io.bandstand.domain.Customer;
import io.bandstand.domain.Order;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at orders before they are charged. */
public class FraudDesk {

  /** What was found. */
  public enum Verdict {
    FINE,
    LOOK,
    REFUSE;

    static Verdict of(double score) {
      return score < .5 ? FINE : score < .9 ? LOOK : REFUSE;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(FraudDesk.class);

  private final OrderRepository orders;
  private final List<FraudRule> local;
  private final List<FraudRule> remote;

  public FraudDesk(OrderRepository orders, List<FraudRule> local, List<FraudRule> remote) {
    this.orders = orders;
    this.local = local;
    this.remote = remote;
  }

  public Verdict check(Order order, Customer customer) {
    FraudRule.Case suspect =
        new FraudRule.Case(order, customer, orders.ofCustomer(customer.id(), Duration.ofDays(30)));
    double score = combine(local, suspect);
    if (score < .9) {
      score = 1 - (1 - score) * (1 - combine(remote, suspect));
    }
    LOG.debug("order {} scored {}", order.id(), score);
    return Verdict.of(score);
  }

  /** Without asking anybody, for the preview in the basket. */
  public Verdict preview(Order order, Customer customer) {
    return Verdict.of(combine(local, new FraudRule.Case(order, customer, List.of())));
  }

  private static double combine(List<FraudRule> rules, FraudRule.Case suspect) {
    double innocent = 1;
    for (FraudRule rule : rules) {
      innocent *= 1 - rule.suspicion(suspect);
    }
    return 1 - innocent;
  }

  public Map<String, Double> explain(FraudRule.Case suspect) {
    Map<String, Double> reasons = new LinkedHashMap<>();
    local.stream()
        .map(rule -> Map.entry(rule.name(), rule.suspicion(suspect)))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> reasons.put(e.getKey(), e.getValue()));
    return reasons;
  }
}
