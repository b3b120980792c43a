package rental.availability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts the free cars of a station. */
public class CarDao {
  private final DataSource database;

  public CarDao(DataSource database) {
    this.database = database;
  }

  public int free(String station) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT free_cars(?)")) {
      query.setString(1, station);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("free cars of " + station, e);
    }
  }
}
