package com.kittiwake.freight.model;

/** One piece of freight; lengths in centimetres, weight in kilograms. */
public record Parcel(String mark, int length, int width, int height, double kg) {
  public double cubicMetres() {
    return length / 100.0 * width / 100.0 * height / 100.0;
  }
}
