package cards.check;

import java.util.List;
import java.util.function.Predicate;

/** Checks a page of an import, as the user turns to it. */
public class CardImport {
  private final Predicate<String> rule;

  public CardImport() {
    this.rule = new LuhnRule();
  }

  public int invalid(List<String> page) {
    int invalid = 0;
    for (String number : page) {
      if (!valid(number)) {
        invalid++;
      }
    }
    return invalid;
  }

  public boolean valid(String number) {
    return rule.test(number);
  }
}
