package savings.accounts;

/** A savings account with daily interest. */
public class Account {
  private final String number;
  private final double rate;
  private double balance;
  private int day;

  public Account(String number, double rate) {
    this.number = number;
    this.rate = rate;
  }

  /** Brings the interest up to the day and adds the amount. */
  double post(int toDay, double amount) {
    while (day < toDay) {
      double interest = balance * Math.expm1(Math.log1p(rate) / 365);
      balance = Math.rint((balance + interest) * 10_000) / 10_000;
      day++;
    }
    balance += amount;
    return balance;
  }

  void reset() {
    balance = 0;
    day = 0;
  }

  public String number() {
    return number;
  }

  public double balance() {
    return balance;
  }
}
