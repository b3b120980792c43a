package org.sandpiper.lab.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that talks to the main database, wired by hand. */
public final class Database implements AutoCloseable {
  private final HikariDataSource source;
  private volatile SessionFactory sessions;

  public Database(String url, String user, String password, int size) {
    HikariConfig c = new HikariConfig();
    c.setJdbcUrl(url);
    c.setUsername(user);
    c.setPassword(password);
    c.setMaximumPoolSize(size);
    c.setPoolName("lab");
    source = new HikariDataSource(c);
  }

  public DataSource source() {
    return source;
  }

  public JdbcTemplate jdbc() {
    return new JdbcTemplate(source);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** Started on first use: the nightly jobs do not need it. */
  public SessionFactory sessions() {
    SessionFactory s = sessions;
    if (s == null) {
      synchronized (this) {
        s = sessions;
        if (s == null) {
          Configuration c = new Configuration();
          c.getProperties().put("hibernate.connection.datasource", source);
          c.setProperty("hibernate.hbm2ddl.auto", "none");
          c.addAnnotatedClass(OrderEntity.class);
          c.addAnnotatedClass(TestEntity.class);
          sessions = s = c.buildSessionFactory();
        }
      }
    }
    return s;
  }

  @Override
  public void close() {
    if (sessions != null) sessions.close();
    source.close();
  }
}
