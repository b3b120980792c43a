package com.kittiwake.freight.persist;

import java.time.Duration;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

public final class Pools {
  private Pools() {}

  /** Connections are opened on demand. */
  public static DataSource pooled(String url, int size) {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(url);
    source.setUsername("SA");
    source.setPassword("");
    source.setMaxTotal(size);
    source.setMaxIdle(size);
    source.setMaxWait(Duration.ofSeconds(5));
    return source;
  }
}
