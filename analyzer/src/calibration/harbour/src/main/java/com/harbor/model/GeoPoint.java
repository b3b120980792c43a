package com.harbor.model;

/** A place on the earth in degrees. */
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_KM = 6371.0088;

  public double kilometresTo(GeoPoint other) {
    double dLat = Math.toRadians(other.latitude - latitude);
    double dLon = Math.toRadians(other.longitude - longitude);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.sqrt(a));
  }
}
