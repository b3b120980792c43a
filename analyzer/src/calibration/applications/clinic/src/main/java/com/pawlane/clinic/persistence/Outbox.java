package com.pawlane.clinic.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Messages of a branch that is off line: a small database in a file on the spot. */
public class Outbox implements AutoCloseable {
  private final Connection connection;

  public Outbox(Path file) throws SQLException {
    connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sa", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists outbox(id identity primary key, topic varchar, body varchar)");
    }
  }

  public void put(String topic, String body) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into outbox(topic, body) values (?, ?)")) {
      insert.setString(1, topic);
      insert.setString(2, body);
      insert.executeUpdate();
    }
  }

  public List<String> peek(int count) throws SQLException {
    List<String> bodies = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("select body from outbox order by id limit ?")) {
      select.setInt(1, count);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          bodies.add(rows.getString(1));
        }
      }
    }
    return bodies;
  }

  public void compact() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
