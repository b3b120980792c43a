package com.kittiwake.freight.model;

import java.time.LocalDate;

public record Booking(
    long id, long shipment, String port, String vessel, LocalDate sails, double teu, String state) {
  public boolean open() {
    return "OPEN".equals(state);
  }
}
