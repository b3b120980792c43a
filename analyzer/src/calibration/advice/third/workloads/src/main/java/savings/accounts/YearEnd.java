package savings.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts the payments of the year end, a task an account. */
public class YearEnd implements AutoCloseable {
  private static final int THREADS = 4;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final AccountBook book;

  public YearEnd(AccountBook book) {
    this.book = book;
  }

  public double run(List<List<Posting>> byAccount) throws InterruptedException, ExecutionException {
    List<Future<Double>> results = new ArrayList<>();
    for (List<Posting> postings : byAccount) {
      results.add(executor.submit(() -> postAll(postings)));
    }
    double sum = 0;
    for (Future<Double> result : results) {
      sum += result.get();
    }
    return sum;
  }

  private double postAll(List<Posting> postings) {
    double last = 0;
    for (Posting posting : postings) {
      last = book.post(posting.account(), posting.day(), posting.amount());
    }
    return last;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
