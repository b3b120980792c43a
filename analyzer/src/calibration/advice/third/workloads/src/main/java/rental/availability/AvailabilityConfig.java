package rental.availability;

import org.h2.jdbcx.JdbcConnectionPool;

/** Makes the service with as many threads as there are connections. */
public final class AvailabilityConfig {
  static final int CONNECTIONS = 16;

  private AvailabilityConfig() {}

  public static AvailabilityService service(String url) {
    JdbcConnectionPool connections = JdbcConnectionPool.create(url, "", "");
    connections.setMaxConnections(CONNECTIONS);
    connections.setLoginTimeout(30);
    return new AvailabilityService(new CarDao(connections), CONNECTIONS);
  }
}
