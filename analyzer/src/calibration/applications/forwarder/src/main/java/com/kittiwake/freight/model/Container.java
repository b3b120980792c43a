package com.kittiwake.freight.model;

public record Container(String number, int size, int tareKg, int maxKg) {

  /** ISO 6346: ten characters weighted by powers of two, modulo eleven. */
  public boolean validNumber() {
    if (number.length() != 11) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      char c = number.charAt(i);
      int value = Character.isDigit(c) ? c - '0' : letter(c);
      sum += value << i;
    }
    return sum % 11 % 10 == number.charAt(10) - '0';
  }

  private static int letter(char c) {
    int n = c - 'A' + 10;
    return n + (n > 30 ? 3 : n > 20 ? 2 : n > 10 ? 1 : 0);
  }

  public double teu() {
    return size / 20.0;
  }
}
