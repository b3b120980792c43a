package app.quill.catalog;

import org.apache.commons.lang3.StringUtils;

/** The number of a book. */
public record Isbn(String digits) {

  public static Isbn parse(String text) {
    String digits = StringUtils.remove(StringUtils.deleteWhitespace(text), '-');
    if (!valid(digits)) {
      throw new IllegalArgumentException("not an ISBN: " + text);
    }
    return new Isbn(digits);
  }

  static boolean valid(String digits) {
    if (digits.length() != 13 || !StringUtils.isNumeric(digits)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  public String group() {
    return digits.substring(3, 4);
  }
}
