package exchange.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays the orders of the members, a thread each. */
public class TradingDay implements AutoCloseable {
  private static final int MEMBERS = 4;
  private final ExecutorService executor = Executors.newFixedThreadPool(MEMBERS);
  private final OrderBook book;

  public TradingDay(OrderBook book) {
    this.book = book;
  }

  public long trade(List<List<Bid>> members) throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (List<Bid> bids : members) {
      running.add(executor.submit(() -> bids.forEach(book::submit)));
    }
    for (Future<?> member : running) {
      member.get();
    }
    return book.balance();
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
