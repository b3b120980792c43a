package org.sandpiper.lab.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who did what: a SQLite file beside the application, so that it survives the main database. */
public class AuditTrail implements AutoCloseable {
  private final Connection connection;

  public AuditTrail(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement s = connection.createStatement()) {
      s.execute("pragma synchronous = full");
      s.execute(
          "create table if not exists trail(id integer primary key, who text, what text, at integer)");
      s.execute("create index if not exists trail_who on trail(who)");
    }
  }

  public synchronized void record(String who, String what) throws SQLException {
    try (PreparedStatement p =
        connection.prepareStatement("insert into trail(who, what, at) values(?, ?, ?)")) {
      p.setString(1, who);
      p.setString(2, what);
      p.setLong(3, System.currentTimeMillis());
      p.executeUpdate();
    }
  }

  public synchronized void recordAll(String who, List<String> what) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement p =
        connection.prepareStatement("insert into trail(who, what, at) values(?, ?, ?)")) {
      for (String w : what) {
        p.setString(1, who);
        p.setString(2, w);
        p.setLong(3, System.currentTimeMillis());
        p.addBatch();
      }
      p.executeBatch();
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  public synchronized List<String> of(String who, int most) throws SQLException {
    List<String> out = new ArrayList<>();
    try (PreparedStatement p =
        connection.prepareStatement(
            "select what, at from trail where who = ? order by id limit ?")) {
      p.setString(1, who);
      p.setInt(2, most);
      try (ResultSet r = p.executeQuery()) {
        while (r.next()) out.add(r.getLong(2) + " " + r.getString(1));
      }
    }
    return out;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
