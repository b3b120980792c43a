package io.bandstand.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bandstand.config.Settings;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The pool, and what is done in one transaction. */
public final class Database implements Closeable {

  /** Work with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final HikariDataSource pool;

  public Database(Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.text("db.url"));
    config.setUsername(settings.text("db.user", "sa"));
    config.setPassword(settings.text("db.password", ""));
    config.setMaximumPoolSize(settings.number("db.pool", 4));
    pool = new HikariDataSource(config);
  }

  public DataSource source() {
    return pool;
  }

  public <T> T inTransaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new DataException("transaction", e);
    }
  }

  public void createTables() {
    String[] script = Schema.SCRIPT.split(";");
    inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String command : script) {
              if (!command.isBlank()) {
                statement.execute(command);
              }
            }
          }
          return null;
        });
  }

  @Override
  public void close() {
    pool.close();
  }

  /** The tables. */
  private static final class Schema {
    static final String SCRIPT =
        """
        create table if not exists customers (id bigint primary key, name varchar(100), email varchar(120),
          postcode varchar(12), language varchar(2), consent boolean, last_seen timestamp);
        create index if not exists customers_email on customers(email);
        create table if not exists orders (id bigint primary key, customer bigint, show_id bigint,
          placed timestamp, status varchar(10), card varchar(20));
        create index if not exists orders_show on orders(show_id);
        create index if not exists orders_customer on orders(customer);
        create table if not exists lines (order_id bigint, seat varchar(20), cents bigint);
        create index if not exists lines_order on lines(order_id);
        create table if not exists vouchers (code varchar(20) primary key, cents bigint, used boolean);
        create table if not exists blocked (email varchar(120) primary key, reason varchar(60));
        create table if not exists audit (at timestamp, who varchar(60), what varchar(200));
        """;
  }
}
