package fares.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads fares from the tariff database. */
public class FareTable {
  private final DataSource database;

  public FareTable(DataSource database) {
    this.database = database;
  }

  public long load(String route) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT fare_of(?)")) {
      query.setString(1, route);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(route, e);
    }
  }
}
