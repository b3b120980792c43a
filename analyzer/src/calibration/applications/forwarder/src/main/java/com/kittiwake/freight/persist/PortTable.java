package com.kittiwake.freight.persist;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** UN/LOCODEs in a database that lives in this process's memory. */
public class PortTable {
  private final Connection connection;

  public PortTable(Map<String, String> ports) throws SQLException {
    connection = DriverManager.getConnection("jdbc:hsqldb:mem:ports", "SA", "");
    try (Statement s = connection.createStatement()) {
      s.execute("drop table if exists port");
      s.execute("create table port(code varchar(5) primary key, name varchar(60), draught double)");
    }
    try (PreparedStatement s = connection.prepareStatement("insert into port values(?, ?, ?)")) {
      for (Map.Entry<String, String> e : ports.entrySet()) {
        s.setString(1, e.getKey());
        s.setString(2, e.getValue());
        s.setDouble(3, 8 + e.getKey().hashCode() % 9);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  public String nameOf(String code) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("select name from port where code = ?")) {
      s.setString(1, code);
      try (ResultSet rows = s.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  public int deepEnough(double draught) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "select count(*) from port where draught * 0.97 > ? and lower(name) like '%a%'")) {
      s.setDouble(1, draught);
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
