package io.bandstand.payment;

/** What a gateway answered. */
public sealed interface Payment {

  String reference();

  record Approved(String reference, String authorization) implements Payment {}

  record Declined(String reference, String reason, boolean tryAgain) implements Payment {}

  record Pending(String reference, String where) implements Payment {}

  default boolean settled() {
    return this instanceof Approved;
  }

  /** For the customer's screen. */
  default String message() {
    if (this instanceof Approved a) {
      return "Paid, authorization " + a.authorization();
    } else if (this instanceof Declined d) {
      return d.tryAgain() ? "Please try again: " + d.reason() : "Refused: " + d.reason();
    } else if (this instanceof Pending p) {
      return "Please confirm at " + p.where();
    }
    throw new IllegalStateException(toString());
  }
}
