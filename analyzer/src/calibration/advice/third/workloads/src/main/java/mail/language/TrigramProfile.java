package mail.language;

import java.util.Arrays;

/** Counts the trigrams of a text; its arrays are used again for each text. */
public class TrigramProfile {
  static final int SIZE = 27 * 27 * 27;
  private final int[] counts = new int[SIZE];
  private char[] letters = new char[256];
  private int length;
  private int total;

  public int[] count(String text) {
    normalize(text);
    Arrays.fill(counts, 0);
    total = 0;
    for (int i = 2; i < length; i++) {
      counts[(code(letters[i - 2]) * 27 + code(letters[i - 1])) * 27 + code(letters[i])]++;
      total++;
    }
    return counts;
  }

  public int total() {
    return total;
  }

  private void normalize(String text) {
    if (letters.length < text.length()) {
      letters = new char[text.length() * 2];
    }
    length = 0;
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (c >= 'a' && c <= 'z') {
        letters[length++] = c;
        gap = false;
      } else if (!gap) {
        letters[length++] = ' ';
        gap = true;
      }
    }
  }

  private static int code(char c) {
    return c == ' ' ? 0 : c - 'a' + 1;
  }
}
