package io.bandstand.db;

import io.bandstand.domain.Money;
import io.bandstand.domain.Order;
import io.bandstand.domain.Seat;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders and their lines. */
public class OrderRepository extends JdbcRepository<Order, Long> {

  private final Database database;

  public OrderRepository(Database database) {
    super(database.source(), "orders");
    this.database = database;
  }

  @Override
  protected Order map(ResultSet row) throws SQLException {
    return Order.builder(row.getLong("id"))
        .customer(row.getLong("customer"))
        .show(row.getLong("show_id"))
        .placed(row.getTimestamp("placed").toInstant())
        .status(Order.Status.valueOf(row.getString("status")))
        .card(row.getString("card"))
        .build();
  }

  public void save(Order order) {
    database.inTransaction(
        connection -> {
          try (PreparedStatement head =
              connection.prepareStatement("merge into orders key(id) values (?, ?, ?, ?, ?, ?)")) {
            bind(
                head,
                order.id(),
                order.customerId(),
                order.showId(),
                Timestamp.from(order.placed()),
                order.status().name(),
                order.card());
            head.executeUpdate();
          }
          try (PreparedStatement line =
              connection.prepareStatement("insert into lines values (?, ?, ?)")) {
            for (Order.Line l : order.lines()) {
              bind(line, order.id(), l.seat().label(), l.price().cents());
              line.addBatch();
            }
            line.executeBatch();
          }
          return order.id();
        });
  }

  public List<Order> ofCustomer(long customer, Duration back) {
    return query(
        "select * from orders where customer = ? and placed > ?",
        customer,
        Timestamp.from(Instant.now().minus(back)));
  }

  public List<Order> ofShow(long show) {
    return query("select * from orders where show_id = ? order by placed", show);
  }

  public Map<Long, List<Order.Line>> linesOf(Collection<Long> orders) {
    Map<Long, List<Order.Line>> lines = new HashMap<>();
    return database.inTransaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select order_id, seat, cents from lines where order_id in ("
                      + marks(orders.size())
                      + ")")) {
            bind(statement, orders.toArray());
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                lines
                    .computeIfAbsent(rows.getLong(1), k -> new ArrayList<>())
                    .add(
                        new Order.Line(
                            Seat.parse(rows.getString(2)), new Money(rows.getLong(3), "EUR")));
              }
            }
          }
          return lines;
        });
  }

  public int cancel(long order) {
    return update("update orders set status = 'CANCELLED' where id = ?", order);
  }
}
