package dev.concur.samples.gilsingleconnection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Books payments. Wrong: the driver lets one statement at a time through the one connection. */
public final class BookingDesk {

  private static Connection connection;

  private BookingDesk() {}

  /** Opens the one connection, at start-up. */
  public static void open(DataSource database) throws SQLException {
    connection = database.getConnection();
  }

  /** Books a payment. */
  public static void book(String customer, long cents) throws SQLException {
    // expect: gil-single-connection
    try (PreparedStatement insert =
        connection.prepareStatement("insert into payment (customer, cents) values (?, ?)")) {
      insert.setString(1, customer);
      insert.setLong(2, cents);
      insert.executeUpdate();
    }
  }

  /** What the customer has paid. */
  public static long paidBy(String customer) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select sum(cents) from payment where customer = ?")) {
      query.setString(1, customer);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }
}
