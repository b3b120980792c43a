package billing.invoice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Loads the totals of invoices; the database grants this client four connections. */
public final class InvoiceLoader implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  public InvoiceLoader(String url) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      idle.add(DriverManager.getConnection(url));
    }
  }

  /** Returns the totals in cents, in the order of the invoice numbers. */
  public List<Long> load(List<Integer> invoices) throws SQLException, InterruptedException {
    List<Long> totals = new ArrayList<>(invoices.size());
    for (Integer invoice : invoices) {
      totals.add(total(invoice));
    }
    return totals;
  }

  public long total(int invoice) throws SQLException, InterruptedException {
    Connection connection = idle.take();
    try (PreparedStatement statement = connection.prepareStatement("SELECT invoice_total(?)")) {
      statement.setInt(1, invoice);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no such invoice: " + invoice);
        }
        return row.getLong(1);
      }
    } finally {
      idle.add(connection);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
  }
}
