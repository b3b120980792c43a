package dev.concur.calibration.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Products in the database. */
public class ProductTable {

  private final DataSource source;
  private final Map<String, BigDecimal> prices = new HashMap<>();

  public ProductTable(DataSource source) {
    this.source = source;
  }

  public Optional<BigDecimal> priceOf(String sku) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select price from product where sku = ?")) {
      query.setString(1, sku);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBigDecimal(1)) : Optional.empty();
      }
    }
  }

  /** Answers from memory, except the first time. */
  public BigDecimal cachedPrice(String sku) throws SQLException {
    BigDecimal known = prices.get(sku);
    if (known == null) {
      known = priceOf(sku).orElse(BigDecimal.ZERO);
      prices.put(sku, known);
    }
    return known;
  }

  public List<String> skusBelow(BigDecimal limit) throws SQLException {
    List<String> skus = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select sku from product where price < ?")) {
      query.setBigDecimal(1, limit);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        skus.add(rows.getString("sku"));
      }
    }
    return skus;
  }

  public int raisePrices(List<String> skus, BigDecimal factor) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update =
          connection.prepareStatement("update product set price = price * ? where sku = ?")) {
        for (String sku : skus) {
          update.setBigDecimal(1, factor);
          update.setString(2, sku);
          update.addBatch();
        }
        int changed = update.executeBatch().length;
        connection.commit();
        return changed;
      }
    }
  }

  public void forget(String sku) {
    prices.remove(sku);
  }
}
