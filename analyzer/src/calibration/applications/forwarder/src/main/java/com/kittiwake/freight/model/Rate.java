package com.kittiwake.freight.model;

import java.math.BigDecimal;

/** A bean, as the mapper of the rate sheet wants it. */
public class Rate {
  private String lane;
  private String carrier;
  private BigDecimal perTeu;
  private int transitDays;

  public Rate() {}

  public Rate(String lane, String carrier, BigDecimal perTeu, int transitDays) {
    this.lane = lane;
    this.carrier = carrier;
    this.perTeu = perTeu;
    this.transitDays = transitDays;
  }

  public String getLane() {
    return lane;
  }

  public void setLane(String lane) {
    this.lane = lane;
  }

  public String getCarrier() {
    return carrier;
  }

  public void setCarrier(String carrier) {
    this.carrier = carrier;
  }

  public BigDecimal getPerTeu() {
    return perTeu;
  }

  public void setPerTeu(BigDecimal perTeu) {
    this.perTeu = perTeu;
  }

  public int getTransitDays() {
    return transitDays;
  }

  public void setTransitDays(int transitDays) {
    this.transitDays = transitDays;
  }
}
