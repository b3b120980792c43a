package io.bandstand.db;

import io.bandstand.domain.Customer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Customers, by way of Spring's templates. */
public class CustomerRepository {

  private static final RowMapper<Customer> CUSTOMER =
      (row, number) ->
          new Customer(
              row.getLong("id"),
              row.getString("name"),
              row.getString("email"),
              row.getString("postcode"),
              row.getString("language"));

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;

  public CustomerRepository(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.named = new NamedParameterJdbcTemplate(jdbc);
  }

  public Optional<Customer> byEmail(String email) {
    return jdbc.query("select * from customers where email = ?", CUSTOMER, email).stream()
        .findFirst();
  }

  public List<Customer> segment(String language, String postcodePrefix) {
    return named.query(
        "select * from customers where language = :language and postcode like :prefix",
        new MapSqlParameterSource("language", language).addValue("prefix", postcodePrefix + "%"),
        CUSTOMER);
  }

  public int seen(long id) {
    return jdbc.update(
        "update customers set last_seen = ? where id = ?", Timestamp.from(Instant.now()), id);
  }

  public void eachWithConsent(Consumer<Customer> consumer) {
    jdbc.query(
        "select * from customers where consent",
        row -> {
          consumer.accept(CUSTOMER.mapRow(row, 0));
        });
  }

  public int[] add(List<Customer> customers) {
    return jdbc.batchUpdate(
        "merge into customers (id, name, email, postcode, language, consent) key(id) values (?, ?, ?, ?, ?, true)",
        customers.stream()
            .map(c -> new Object[] {c.id(), c.name(), c.email(), c.postcode(), c.language()})
            .toList());
  }
}
