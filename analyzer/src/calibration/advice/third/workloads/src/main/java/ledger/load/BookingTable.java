package ledger.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes bookings within the transaction of its connection. */
public class BookingTable implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement update;

  public BookingTable(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    insert =
        connection.prepareStatement("INSERT INTO booking(account, cents, text) VALUES (?, ?, ?)");
    update = connection.prepareStatement("UPDATE account SET cents = cents + ? WHERE id = ?");
  }

  public int book(Booking booking) throws SQLException {
    insert.setInt(1, booking.account());
    insert.setLong(2, booking.cents());
    insert.setString(3, booking.text());
    insert.executeUpdate();
    update.setLong(1, booking.cents());
    update.setInt(2, booking.account());
    return update.executeUpdate();
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  public void rollback() throws SQLException {
    connection.rollback();
  }

  /** Takes the bookings of the open transaction out again, for trials. */
  public void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM booking");
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
    connection.close();
  }
}
