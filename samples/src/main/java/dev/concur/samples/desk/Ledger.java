package dev.concur.samples.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What customers owe, in a database. Each call borrows its own connection. */
public final class Ledger {

  private final DataSource connections;

  public Ledger(DataSource connections) {
    this.connections = connections;
  }

  /** What the customer owes, in cents. */
  public long balanceOf(String customer) throws SQLException { // label: io database
    try (Connection connection = connections.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select sum(cents) from booking where customer = ?")) {
      query.setString(1, customer);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /** Books an amount on the customer's account. */
  public void book(String customer, long cents) throws SQLException { // label: io database
    try (Connection connection = connections.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into booking (customer, cents) values (?, ?)")) {
      insert.setString(1, customer);
      insert.setLong(2, cents);
      insert.executeUpdate();
    }
  }
}
