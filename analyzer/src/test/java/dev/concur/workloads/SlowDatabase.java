package dev.concur.workloads;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A database that answers every query after so many milliseconds, with one row. */
final class SlowDatabase {

  private SlowDatabase() {}

  static Connection connection(int millis) {
    return made(
        Connection.class,
        (self, method, arguments) ->
            method.getName().equals("prepareStatement") ? statement(millis) : null);
  }

  /** Connections of which so many are lent at once. */
  static DataSource pool(int size, int millis) {
    Semaphore free = new Semaphore(size);
    return made(
        DataSource.class,
        (self, method, arguments) -> {
          free.acquire();
          return lent(free, millis);
        });
  }

  private static Connection lent(Semaphore free, int millis) {
    return made(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("close")) {
            free.release();
          }
          return method.getName().equals("prepareStatement") ? statement(millis) : null;
        });
  }

  private static PreparedStatement statement(int millis) {
    return made(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (!method.getName().equals("executeQuery")) {
            return null;
          }
          Thread.sleep(millis);
          return row();
        });
  }

  private static ResultSet row() {
    return made(
        ResultSet.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "next" -> true;
              case "getLong" -> 42L;
              default -> null;
            });
  }

  private static <T> T made(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
