package com.harbor.model;

import java.math.BigDecimal;

public enum ContainerType {
  DRY20("22G1", 1) {
    @Override
    public BigDecimal storageRate(int days) {
      return days <= 5
          ? BigDecimal.ZERO
          : new BigDecimal("4.50").multiply(BigDecimal.valueOf(days - 5L));
    }
  },
  DRY40("42G1", 2) {
    @Override
    public BigDecimal storageRate(int days) {
      return days <= 5
          ? BigDecimal.ZERO
          : new BigDecimal("8.00").multiply(BigDecimal.valueOf(days - 5L));
    }
  },
  REEFER40("45R1", 2) {
    @Override
    public BigDecimal storageRate(int days) {
      return new BigDecimal("31.00").multiply(BigDecimal.valueOf(days));
    }
  };

  private final String isoCode;
  private final int teu;

  ContainerType(String isoCode, int teu) {
    this.isoCode = isoCode;
    this.teu = teu;
  }

  public abstract BigDecimal storageRate(int days);

  public int teu() {
    return teu;
  }

  public static ContainerType ofIso(String code) {
    for (ContainerType type : values()) {
      if (type.isoCode.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown type " + code);
  }
}
