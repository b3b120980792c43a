package com.pawlane.clinic.util;

public final class PhoneNumbers {
  private PhoneNumbers() {}

  public static String normalize(String raw, String country) {
    StringBuilder digits = new StringBuilder(raw.length());
    raw.chars().filter(c -> Character.isDigit(c) || c == '+').forEach(c -> digits.append((char) c));
    if (digits.indexOf("00") == 0) {
      digits.replace(0, 2, "+");
    } else if (digits.length() > 0 && digits.charAt(0) == '0') {
      digits.replace(0, 1, country);
    }
    return digits.toString();
  }
}
