package com.pawlane.clinic.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

abstract class JdbcSupport {
  private final DataSource source;

  protected JdbcSupport(DataSource source) {
    this.source = source;
  }

  protected <T> List<T> query(String sql, SqlFunction<ResultSet, T> mapper, Object... arguments) {
    return withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
              List<T> found = new ArrayList<>();
              while (rows.next()) {
                found.add(mapper.apply(rows));
              }
              return found;
            }
          }
        });
  }

  protected int update(String sql, Object... arguments) {
    return withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
          }
        });
  }

  protected <R> R withConnection(SqlFunction<Connection, R> work) {
    try (Connection connection = source.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DataAccessFailure(e);
    }
  }

  static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }
}
