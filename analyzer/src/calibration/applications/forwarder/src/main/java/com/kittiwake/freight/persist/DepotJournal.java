package com.kittiwake.freight.persist;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gate moves of one depot, in an embedded database, so that the gate works without the line to the
 * head office.
 */
public class DepotJournal implements AutoCloseable {
  private final Connection connection;

  public DepotJournal(Path dir) throws SQLException {
    connection = DriverManager.getConnection("jdbc:derby:" + dir + ";create=true");
    try (Statement s = connection.createStatement()) {
      s.execute(
          "create table move(id bigint generated always as identity primary key, container varchar(11), gate varchar(10), inward int, moved_at bigint)");
      s.execute("create index mc on move(container)");
    }
  }

  public synchronized void append(String container, String gate, boolean inward, long at)
      throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "insert into move(container, gate, inward, moved_at) values(?, ?, ?, ?)")) {
      s.setString(1, container);
      s.setString(2, gate);
      s.setInt(3, inward ? 1 : -1);
      s.setLong(4, at);
      s.executeUpdate();
    }
  }

  public synchronized List<String> history(String container) throws SQLException {
    List<String> moves = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            "select gate, inward, moved_at from move where container = ? order by moved_at")) {
      s.setString(1, container);
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          moves.add(
              (rows.getInt(2) > 0 ? "in " : "out ") + rows.getString(1) + " " + rows.getLong(3));
        }
      }
    }
    return moves;
  }

  /** Containers inside by gate they came through. */
  public synchronized int inside() throws SQLException {
    try (Statement s = connection.createStatement();
        ResultSet rows =
            s.executeQuery("select gate, sum(inward), count(*) from move group by gate")) {
      int sum = 0;
      while (rows.next()) {
        sum += rows.getInt(2);
      }
      return sum;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
