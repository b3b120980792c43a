package savings.accounts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Posts within ConcurrentHashMap.compute. */
public class ComputeBook extends AccountBook {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void open(Account account) {
        accounts.put(account.number(), account);
    }

    @Override
    public double post(String number, int day, double amount) {
        double[] balance = new double[1];
        accounts.computeIfPresent(number, (n, account) -> {
            balance[0] = account.post(day, amount);
            return account;
        });
        return balance[0];
    }

    @Override
    public void reset() {
        accounts.values().forEach(Account::reset);
    }
}
