package io.bandstand.payment;

import io.bandstand.domain.Money;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Credit that customers have with the office, kept in memory and saved by the nightly batch. */
public class CreditGateway implements PaymentGateway {

  private final Map<String, Money> credit = new ConcurrentHashMap<>();
  private final Map<String, String> charged = new ConcurrentHashMap<>();

  public void grant(String token, Money amount) {
    credit.merge(token, amount, Money::plus);
  }

  @Override
  public Payment charge(Request request) {
    boolean[] done = new boolean[1];
    credit.computeIfPresent(
        request.token(),
        (token, left) -> {
          if (left.compareTo(request.amount()) < 0) {
            return left;
          }
          done[0] = true;
          return left.minus(request.amount());
        });
    if (!done[0]) {
      return new Payment.Declined(request.reference(), "not enough credit", false);
    }
    charged.put(request.reference(), request.token());
    return new Payment.Approved(request.reference(), "C" + request.reference().hashCode());
  }

  @Override
  public Payment refund(String reference, Money amount) {
    String token = charged.remove(reference);
    if (token == null) {
      return new Payment.Declined(reference, "never charged", false);
    }
    grant(token, amount);
    return new Payment.Approved(reference, "R" + reference.hashCode());
  }
}
