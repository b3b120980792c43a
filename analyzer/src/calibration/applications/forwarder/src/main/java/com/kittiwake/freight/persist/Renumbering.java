package com.kittiwake.freight.persist;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes the next number of a series. */
public class Renumbering extends UnitOfWork<String> {
  private final String series;

  public Renumbering(DataSource source, String series) {
    super(source);
    this.series = series;
  }

  @Override
  protected String work(Connection connection) throws SQLException {
    try (PreparedStatement up =
            connection.prepareStatement("update series set last = last + 1 where name = ?");
        PreparedStatement get =
            connection.prepareStatement("select last from series where name = ?")) {
      up.setString(1, series);
      up.executeUpdate();
      get.setString(1, series);
      try (ResultSet rows = get.executeQuery()) {
        rows.next();
        return format(rows.getLong(1));
      }
    }
  }

  String format(long number) {
    String digits = Long.toString(number);
    return series + "-" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }
}
