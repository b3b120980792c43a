package com.kittiwake.freight.persist;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A template: subclasses say what is to be done within the transaction. */
public abstract class UnitOfWork<T> {
  private final DataSource source;

  protected UnitOfWork(DataSource source) {
    this.source = source;
  }

  protected abstract T work(Connection connection) throws SQLException;

  public final T execute() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
