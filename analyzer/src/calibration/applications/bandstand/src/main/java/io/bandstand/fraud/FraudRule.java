package io.bandstand.fraud;

import io.bandstand.domain.Customer;
import io.bandstand.domain.Money;
import io.bandstand.domain.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** A suspicion, from 0 to 1. */
public interface FraudRule {

  /** What rules look at. */
  record Case(Order order, Customer customer, List<Order> history) {}

  double suspicion(Case suspect);

  default String name() {
    return getClass().getSimpleName();
  }

  /** Dear orders. */
  record Amount(Money limit) implements FraudRule {
    @Override
    public double suspicion(Case suspect) {
      double ratio = suspect.order().total().cents() / (double) limit.cents();
      return Math.min(1, Math.max(0, ratio - 1));
    }
  }

  /** Many orders within a short time. */
  record Velocity(Duration window, int most) implements FraudRule {
    @Override
    public double suspicion(Case suspect) {
      long recent =
          suspect.history().stream()
              .filter(o -> o.placed().isAfter(suspect.order().placed().minus(window)))
              .count();
      return recent <= most ? 0 : Math.min(1, (recent - most) / (double) most);
    }
  }

  /** Names like those of touts. */
  final class KnownNames implements FraudRule {
    private final List<String> names;
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    public KnownNames(List<String> names) {
      this.names = List.copyOf(names);
    }

    @Override
    public double suspicion(Case suspect) {
      double nearest =
          names.stream()
              .mapToDouble(n -> similarity.apply(n, suspect.customer().name()))
              .max()
              .orElse(0);
      return nearest > .93 ? nearest : 0;
    }
  }

  /** Addresses that were blocked by hand. */
  final class Blocked implements FraudRule {
    private final DataSource source;

    public Blocked(DataSource source) {
      this.source = source;
    }

    @Override
    public double suspicion(Case suspect) {
      try (Connection connection = source.getConnection();
          PreparedStatement select =
              connection.prepareStatement("select reason from blocked where email = ?")) {
        select.setString(1, suspect.customer().email());
        try (ResultSet rows = select.executeQuery()) {
          return rows.next() ? 1 : 0;
        }
      } catch (SQLException e) {
        return .2;
      }
    }
  }
}
