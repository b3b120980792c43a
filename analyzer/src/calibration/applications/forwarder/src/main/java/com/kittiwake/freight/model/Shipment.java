package com.kittiwake.freight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

public record Shipment(
    long id,
    String reference,
    String consignee,
    String origin,
    String destination,
    LocalDate ready,
    Incoterm term,
    List<Parcel> parcels) {

  private static final double KG_PER_CUBIC_METRE = 333;

  public Shipment {
    parcels = List.copyOf(parcels);
  }

  public double volume() {
    return parcels.stream().mapToDouble(Parcel::cubicMetres).sum();
  }

  /** The greater of the real and the volumetric weight. */
  public double chargeableWeight() {
    double real = 0;
    for (Parcel parcel : parcels) {
      real += parcel.kg();
    }
    return Math.max(real, volume() * KG_PER_CUBIC_METRE);
  }

  public String marks() {
    return parcels.stream().map(Parcel::mark).distinct().sorted().collect(Collectors.joining(", "));
  }
}
