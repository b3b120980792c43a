package budget.totals;

public final class Amounts {
  private Amounts() {}

  public static long cents(String amount) {
    int dot = amount.indexOf('.');
    long euros = Long.parseLong(amount.substring(0, dot));
    return euros * 100 + Integer.parseInt(amount.substring(dot + 1));
  }
}
