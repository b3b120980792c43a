package bank.iban;

import java.util.Locale;

/** An account number without spaces. */
public record Iban(String text) {
  public static Iban of(String input) {
    return new Iban(input.replace(" ", "").toUpperCase(Locale.ROOT));
  }

  public boolean valid() {
    if (text.length() < 15 || text.length() > 34) {
      return false;
    }
    String turned = text.substring(4) + text.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.getNumericValue(turned.charAt(i));
      if (value < 0) {
        return false;
      }
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }
}
