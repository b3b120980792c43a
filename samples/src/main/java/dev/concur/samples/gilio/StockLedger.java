package dev.concur.samples.gilio;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Stock in the database. Wrong: the one ledger guards with its own monitor what the database guards
 * already, and holds it across two round trips.
 *
 * <p>Best: change the lock. The update's own condition keeps stock from going below zero.
 */
public final class StockLedger {

  private static StockLedger instance;

  private final DataSource connections;
  private long refused;

  private StockLedger(DataSource connections) {
    this.connections = connections;
  }

  /** Opens the one ledger, once, at start-up. */
  public static synchronized StockLedger open(DataSource connections) {
    if (instance == null) {
      instance = new StockLedger(connections);
    }
    return instance;
  }

  /** Takes pieces from stock, when there are enough. */
  // expect: gil-io, gil-singleton, blocking-under-lock [lock-change]
  public synchronized boolean reserve(String sku, int pieces) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      if (stock(connection, sku) < pieces) {
        refused += pieces;
        return false;
      }
      try (PreparedStatement take =
          connection.prepareStatement("update stock set pieces = pieces - ? where sku = ?")) {
        take.setInt(1, pieces);
        take.setString(2, sku);
        return take.executeUpdate() == 1;
      }
    }
  }

  /** Pieces that could not be had so far. */
  public synchronized long refused() { // label: light
    return refused;
  }

  // label: io database
  private static int stock(Connection connection, String sku) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select pieces from stock where sku = ?")) {
      query.setString(1, sku);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }
}
