package io.bandstand.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What repositories share: a table, and how a row becomes an object. */
public abstract class JdbcRepository<T, K> {

  protected final DataSource source;
  private final String table;

  protected JdbcRepository(DataSource source, String table) {
    this.source = source;
    this.table = table;
  }

  protected abstract T map(ResultSet row) throws SQLException;

  public Optional<T> findById(K id) {
    return query("select * from " + table + " where id = ?", id).stream().findFirst();
  }

  public boolean exists(K id) {
    return count("id = ?", id) > 0;
  }

  public long count(String condition, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from " + table + " where " + condition)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new DataException("count " + table, e);
    }
  }

  protected List<T> query(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(map(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  protected int update(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  protected static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /** "?, ?, ?" for a list. */
  protected static String marks(int count) {
    return Stream.generate(() -> "?").limit(count).collect(Collectors.joining(", "));
  }
}
