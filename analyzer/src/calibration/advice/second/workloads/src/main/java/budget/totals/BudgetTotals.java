package budget.totals;

import java.util.concurrent.ForkJoinPool;

public class BudgetTotals {
  private final ForkJoinPool pool;

  public BudgetTotals() {
    this(ForkJoinPool.commonPool());
  }

  public BudgetTotals(ForkJoinPool pool) {
    this.pool = pool;
  }

  public long total(String[] amounts) {
    if (amounts.length == 0) return 0;
    return pool.invoke(new AmountTask(amounts, 0, amounts.length));
  }
}
