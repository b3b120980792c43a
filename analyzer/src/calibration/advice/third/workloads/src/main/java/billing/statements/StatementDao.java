package billing.statements;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the balances of customers from the billing database. */
public class StatementDao {
  private static final String SQL = "SELECT balance_of(?) AS cents";
  private final DataSource database;

  public StatementDao(DataSource database) {
    this.database = database;
  }

  public Optional<Long> balance(long customer) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setLong(1, customer);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        long cents = rows.getLong("cents");
        return rows.wasNull() ? Optional.empty() : Optional.of(cents);
      }
    }
  }
}
