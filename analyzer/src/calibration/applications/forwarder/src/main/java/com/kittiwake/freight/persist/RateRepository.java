package com.kittiwake.freight.persist;

import com.kittiwake.freight.model.Rate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The rate sheets of the carriers. */
public class RateRepository {
  private final SqlSessionFactory sessions;

  public RateRepository(DataSource source) {
    Configuration configuration =
        new Configuration(new Environment("rates", new JdbcTransactionFactory(), source));
    configuration.addMapper(RateMapper.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  public List<Rate> ofLane(String lane) {
    try (SqlSession session = sessions.openSession(true)) {
      return session.getMapper(RateMapper.class).ofLane(lane);
    }
  }

  public Rate cheapest(String lane, int maxDays) {
    return fastEnough(ofLane(lane), maxDays);
  }

  static Rate fastEnough(List<Rate> rates, int maxDays) {
    return rates.stream()
        .filter(r -> r.getTransitDays() <= maxDays)
        .min(Comparator.comparing(Rate::getPerTeu))
        .orElseThrow(() -> new NoSuchElementException("nothing within " + maxDays + " days"));
  }

  /** Replaces all rates of a carrier by a new sheet. */
  public void replace(String carrier, List<Rate> sheet) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
      RateMapper mapper = session.getMapper(RateMapper.class);
      mapper.removeCarrier(carrier);
      sheet.forEach(mapper::add);
      session.commit();
    }
  }

  public boolean surcharge(String lane, double percent) {
    try (SqlSession session = sessions.openSession(true)) {
      return session
              .getMapper(RateMapper.class)
              .surcharge(lane, BigDecimal.valueOf(1 + percent / 100))
          > 0;
    }
  }
}
