package cards.check;

import java.util.function.Predicate;

/** The check digit of card numbers. */
class LuhnRule implements Predicate<String> {
  @Override
  public boolean test(String number) {
    int sum = 0;
    boolean twice = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = number.charAt(i) - '0';
      if (twice) {
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      }
      sum += digit;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
