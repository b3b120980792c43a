package com.pawlane.clinic.util;

/** Soundex for names of owners. */
public final class Phonetics {
  private static final String CODES = "01230120022455012623010202";

  private Phonetics() {}

  public static String soundex(String name) {
    StringBuilder code = new StringBuilder();
    char last = '0';
    for (int i = 0; i < name.length() && code.length() < 4; i++) {
      char c = Character.toUpperCase(name.charAt(i));
      if (c < 'A' || c > 'Z') {
        continue;
      }
      char digit = CODES.charAt(c - 'A');
      if (code.length() == 0) {
        code.append(c);
      } else if (digit != '0' && digit != last) {
        code.append(digit);
      }
      last = digit;
    }
    while (code.length() < 4) {
      code.append('0');
    }
    return code.toString();
  }

  public static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[right.length()];
  }
}
