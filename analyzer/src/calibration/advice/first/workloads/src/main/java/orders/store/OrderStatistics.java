package orders.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Computes the revenue of customers from the embedded order database. */
public final class OrderStatistics implements AutoCloseable {
  private static final String REVENUE =
      "SELECT SUM(quantity * price) FROM orders WHERE customer BETWEEN ? AND ? AND quantity > 1";

  private final Connection connection;
  private final ExecutorService workers = Executors.newFixedThreadPool(8);

  public OrderStatistics(Connection connection) {
    this.connection = connection;
  }

  /** Returns the revenue of each group of customers, in the order asked. */
  public List<Long> revenues(List<Integer> groups) throws InterruptedException, ExecutionException {
    List<Future<Long>> pending = new ArrayList<>(groups.size());
    for (Integer group : groups) {
      pending.add(workers.submit(() -> revenue(group)));
    }
    List<Long> revenues = new ArrayList<>(groups.size());
    for (Future<Long> future : pending) {
      revenues.add(future.get());
    }
    return revenues;
  }

  public long revenue(int group) throws SQLException {
    synchronized (connection) {
      return query(connection, group);
    }
  }

  public static long query(Connection connection, int group) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REVENUE)) {
      statement.setInt(1, group * 10);
      statement.setInt(2, group * 10 + 9);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
