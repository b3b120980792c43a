package billing.statements;

import java.util.Locale;

/** A line of the monthly run. */
public record Statement(long customer, long cents, boolean reminder) {
  public String text() {
    return String.format(
        Locale.ROOT, "%08d %,.2f%s", customer, cents / 100.0, reminder ? " REMINDER" : "");
  }
}
