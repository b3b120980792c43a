package dev.concur.samples.gilio;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Right: the database is the lock, one row wide. */
public final class FreeStockLedger {

  private final DataSource connections;
  private final LongAdder refused = new LongAdder();

  public FreeStockLedger(DataSource connections) {
    this.connections = connections;
  }

  /** Takes pieces from stock, when there are enough. */
  public boolean reserve(String sku, int pieces) throws SQLException { // label: io database
    try (Connection connection = connections.getConnection();
        PreparedStatement take =
            connection.prepareStatement(
                "update stock set pieces = pieces - ? where sku = ? and pieces >= ?")) {
      take.setInt(1, pieces);
      take.setString(2, sku);
      take.setInt(3, pieces);
      boolean taken = take.executeUpdate() == 1;
      if (!taken) {
        refused.add(pieces);
      }
      return taken;
    }
  }

  /** Pieces that could not be had so far. */
  public long refused() { // label: light
    return refused.sum();
  }
}
