package savings.accounts;

import java.util.HashMap;
import java.util.Map;

/** All accounts of the bank. */
public class AccountBook {
  private final Map<String, Account> accounts = new HashMap<>();

  public synchronized void open(Account account) {
    accounts.put(account.number(), account);
  }

  public synchronized double post(String number, int day, double amount) {
    Account account = accounts.get(number);
    if (account == null) {
      throw new IllegalArgumentException("no account " + number);
    }
    return account.post(day, amount);
  }

  public synchronized double total() {
    double total = 0;
    for (Account account : accounts.values()) {
      total += account.balance();
    }
    return total;
  }

  public synchronized void reset() {
    accounts.values().forEach(Account::reset);
  }
}
