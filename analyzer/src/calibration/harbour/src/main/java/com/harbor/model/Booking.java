package com.harbor.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a customer ordered for one call of a vessel. */
public record Booking(
    String reference,
    String customer,
    String vessel,
    LocalDate arrival,
    List<String> containers,
    int days)
    implements Serializable {

  public static Builder builder(String reference) {
    return new Builder(reference);
  }

  public static final class Builder {
    private final String reference;
    private String customer = "";
    private String vessel = "";
    private LocalDate arrival = LocalDate.EPOCH;
    private final List<String> containers = new ArrayList<>();
    private int days;

    private Builder(String reference) {
      this.reference = reference;
    }

    public Builder customer(String value) {
      customer = value;
      return this;
    }

    public Builder vessel(String value, LocalDate eta) {
      vessel = value;
      arrival = eta;
      return this;
    }

    public Builder container(String code) {
      containers.add(code);
      return this;
    }

    public Builder days(int value) {
      days = value;
      return this;
    }

    public Booking build() {
      if (customer.isBlank() || vessel.isBlank()) {
        throw new IllegalStateException("booking " + reference + " is incomplete");
      }
      return new Booking(reference, customer, vessel, arrival, List.copyOf(containers), days);
    }
  }
}
