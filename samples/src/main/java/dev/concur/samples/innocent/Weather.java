package dev.concur.samples.innocent;

/** Short synchronized accessors of an object that all share. */
public final class Weather {

  private static final Weather OUTSIDE = new Weather();

  private int degrees;
  private String sky = "clear";

  private Weather() {}

  /** The weather there is. */
  public static Weather outside() { // label: light
    return OUTSIDE;
  }

  /** Sets both. */
  public synchronized void set(int newDegrees, String newSky) { // label: light
    degrees = newDegrees;
    sky = newSky;
  }

  /** Both, as they were at one moment. */
  public synchronized String now() { // label: light
    return sky + ", " + degrees;
  }
}
