package dev.concur.samples.gilsingleconnection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Right: each payment borrows a connection of its own. */
public final class PooledBookingDesk {

  private final DataSource pool;

  public PooledBookingDesk(DataSource pool) {
    this.pool = pool;
  }

  /** Books a payment. */
  public void book(String customer, long cents) throws SQLException { // label: io database
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into payment (customer, cents) values (?, ?)")) {
      insert.setString(1, customer);
      insert.setLong(2, cents);
      insert.executeUpdate();
    }
  }
}
