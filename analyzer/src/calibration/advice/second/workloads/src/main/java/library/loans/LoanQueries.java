package library.loans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The prepared statements of the lending desk. */
public class LoanQueries implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement overdue;

  public LoanQueries(Connection connection) throws SQLException {
    this.connection = connection;
    this.overdue =
        connection.prepareStatement(
            "SELECT COUNT(*), SUM(days) FROM loans WHERE branch = ? AND days > ?");
  }

  Overdue overdue(int branch, int days) throws SQLException {
    overdue.setInt(1, branch);
    overdue.setInt(2, days);
    try (ResultSet row = overdue.executeQuery()) {
      row.next();
      return new Overdue(branch, row.getInt(1), row.getLong(2));
    }
  }

  @Override
  public void close() throws SQLException {
    overdue.close();
    connection.close();
  }
}
