package dev.concur.workloads.code;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** All queries go over one connection, three milliseconds each. */
public final class OneConnection {

  private final Connection connection;

  public OneConnection(Connection connection) {
    this.connection = connection;
  }

  public long balance(long customer) throws SQLException {
    synchronized (connection) {
      try (PreparedStatement query =
          connection.prepareStatement("select cents from balance where customer = ?")) {
        query.setLong(1, customer);
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? row.getLong(1) : 0;
        }
      }
    }
  }
}
