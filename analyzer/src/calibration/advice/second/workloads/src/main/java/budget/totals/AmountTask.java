package budget.totals;

import java.util.concurrent.RecursiveTask;

/** Adds up amounts by halves. */
class AmountTask extends RecursiveTask<Long> {
  private static final int THRESHOLD = 1;

  private final String[] amounts;
  private final int from;
  private final int to;

  AmountTask(String[] amounts, int from, int to) {
    this.amounts = amounts;
    this.from = from;
    this.to = to;
  }

  @Override
  protected Long compute() {
    if (to - from <= THRESHOLD) {
      return Amounts.cents(amounts[from]);
    }
    int middle = (from + to) >>> 1;
    AmountTask left = new AmountTask(amounts, from, middle);
    AmountTask right = new AmountTask(amounts, middle, to);
    left.fork();
    return right.compute() + left.join();
  }
}
