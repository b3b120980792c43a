package app.quill.store;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The books that are read most. */
public class LeaderBoard {

  private final StatefulRedisConnection<String, String> connection;

  public LeaderBoard(StatefulRedisConnection<String, String> connection) {
    this.connection = connection;
  }

  public String leader() {
    return connection.sync().get("leader");
  }

  /** Fire and forget. */
  public RedisFuture<String> elect(String isbn) {
    return connection.async().set("leader", isbn);
  }

  public boolean electAndWait(String isbn) throws InterruptedException {
    try {
      return "OK".equals(elect(isbn).get(2, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
