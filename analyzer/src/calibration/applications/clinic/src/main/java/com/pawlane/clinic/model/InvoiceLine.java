package com.pawlane.clinic.model;

import java.io.Serializable;

public record InvoiceLine(String text, int quantity, Money unitPrice, int vatPercent)
    implements Serializable {
  public Money net() {
    return new Money(unitPrice.cents() * quantity);
  }
}
