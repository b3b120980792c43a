package savings.accounts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lock an account. */
public class LockPerAccountBook extends AccountBook {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void open(Account account) {
        accounts.put(account.number(), account);
    }

    @Override
    public double post(String number, int day, double amount) {
        Account account = accounts.get(number);
        if (account == null) {
            throw new IllegalArgumentException("no account " + number);
        }
        synchronized (account) {
            return account.post(day, amount);
        }
    }

    @Override
    public void reset() {
        for (Account account : accounts.values()) {
            synchronized (account) {
                account.reset();
            }
        }
    }
}
