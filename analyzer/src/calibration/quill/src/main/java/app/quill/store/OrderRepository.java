package app.quill.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public class OrderRepository {

  public record Order(long id, String isbn, int copies, long cents) {}

  private final Database database;

  public OrderRepository(Database database) {
    this.database = database;
  }

  static Order map(ResultSet row) throws SQLException {
    return new Order(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4));
  }

  public Optional<Order> find(long id) throws SQLException {
    return database.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select id, isbn, copies, cents from orders where id = ?")) {
            query.setLong(1, id);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? Optional.of(map(rows)) : Optional.empty();
            }
          }
        });
  }

  public int place(List<Order> orders) throws SQLException {
    return database.inTransaction(connection -> insert(connection, orders));
  }

  private static int insert(Connection connection, List<Order> orders) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into orders (isbn, copies, cents) values (?, ?, ?)")) {
      for (Order order : orders) {
        insert.setString(1, order.isbn());
        insert.setInt(2, order.copies());
        insert.setLong(3, order.cents());
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  public long turnover(String isbn) throws SQLException {
    return database.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select coalesce(sum(copies * cents), 0) from orders where isbn = ?")) {
            query.setString(1, isbn);
            try (ResultSet rows = query.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  /** The orders of each book, asked book by book. */
  public List<Long> turnovers(List<String> isbns) throws SQLException {
    List<Long> all = new ArrayList<>();
    for (String isbn : isbns) {
      all.add(turnover(isbn));
    }
    return all;
  }

  public static long sum(List<Order> orders) {
    long cents = 0;
    for (Order order : orders) {
      cents += order.copies() * order.cents();
    }
    return cents;
  }
}
