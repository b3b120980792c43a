package com.harbor.model;

import java.util.Objects;

public final class Container {

  private final String code;
  private final ContainerType type;
  private final int grossKg;

  public Container(String code, ContainerType type, int grossKg) {
    this.code = code;
    this.type = type;
    this.grossKg = grossKg;
  }

  public String code() {
    return code;
  }

  public ContainerType type() {
    return type;
  }

  public int grossKg() {
    return grossKg;
  }

  /** Whether the last digit is the check digit of ISO 6346. */
  public static boolean validCode(String code) {
    if (code.length() != 11) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      char c = code.charAt(i);
      int value = Character.isDigit(c) ? c - '0' : 10 + (c - 'A') + (c - 'A' + 9) / 10;
      sum += value << i;
    }
    return sum % 11 % 10 == code.charAt(10) - '0';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Container that
        && code.equals(that.code)
        && type == that.type
        && grossKg == that.grossKg;
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, type, grossKg);
  }
}
