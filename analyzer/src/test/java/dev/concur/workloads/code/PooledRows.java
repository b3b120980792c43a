package dev.concur.workloads.code;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A query for each order, each over a connection of the pool. */
public final class PooledRows {

  public static final int ORDERS = 60;

  private final DataSource source;

  public PooledRows(DataSource source) {
    this.source = source;
  }

  public List<Long> all() throws SQLException {
    List<Long> cents = new ArrayList<>();
    for (int order = 0; order < ORDERS; order++) {
      cents.add(cents(order));
    }
    return cents;
  }

  public long cents(int order) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select sum(cents) from line where order_no = ?")) {
      query.setInt(1, order);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
