package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Funnels of one connection that all callers talk over. */
class ConnectionsTest {

  private static final String CLIENT =
      """
      package org.springframework.web.client;
      public class RestTemplate {
        public <T> T getForObject(String url, Class<T> type, Object... variables) { return null; }
      }
      """;

  @Test
  void one_connection_of_a_database_is_a_funnel() {
    assertEquals(
        List.of("the one connection in app.Desk.connection"),
        Found.rootsIn(
                "app",
                """
                package app;
                import java.sql.*;
                public class Desk {
                  static Connection connection;
                  public static void book() throws SQLException {
                    connection.createStatement().executeUpdate("insert into booking values (1)");
                  }
                  public static boolean booked() throws SQLException {
                    return connection.createStatement().executeQuery("select 1").next();
                  }
                }
                """)
            .ids());
  }

  @Test
  void a_client_that_is_made_for_many_threads_is_none() {
    assertEquals(
        List.of(),
        Found.rootsIn(
                "app",
                CLIENT,
                """
                package app;
                import org.springframework.web.client.RestTemplate;
                public class Desk {
                  static final RestTemplate client = new RestTemplate();
                  public static String price() {
                    return client.getForObject("http://prices", String.class);
                  }
                  public static String stock() {
                    return client.getForObject("http://stock", String.class);
                  }
                }
                """)
            .ids());
  }
}
