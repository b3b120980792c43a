package io.bandstand.db;

import io.bandstand.domain.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** Gift vouchers. */
public class Vouchers {

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SqlSessionFactory sessions;
  private final RandomGenerator random;

  public Vouchers(DataSource source, RandomGenerator random) {
    Configuration configuration =
        new Configuration(new Environment("office", new JdbcTransactionFactory(), source));
    configuration.addMapper(VoucherMapper.class);
    this.sessions = new SqlSessionFactoryBuilder().build(configuration);
    this.random = random;
  }

  public boolean wellFormed(String code) {
    if (code.length() != 12) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      int value = LETTERS.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum = (sum * 3 + value) % 31;
    }
    return LETTERS.charAt(sum) == code.charAt(11);
  }

  public String newCode() {
    StringBuilder code = new StringBuilder();
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      int value = random.nextInt(LETTERS.length());
      code.append(LETTERS.charAt(value));
      sum = (sum * 3 + value) % 31;
    }
    return code.append(LETTERS.charAt(sum)).toString();
  }

  public String issue(Money worth) {
    String code = newCode();
    try (SqlSession session = sessions.openSession(true)) {
      session.getMapper(VoucherMapper.class).issue(code, worth.cents());
    }
    return code;
  }

  /** What is left to use of it, if it is worth anything. */
  public Optional<Money> redeem(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    if (!wellFormed(code)) {
      return Optional.empty();
    }
    try (SqlSession session = sessions.openSession()) {
      VoucherMapper mapper = session.getMapper(VoucherMapper.class);
      Long cents = mapper.valueOf(code);
      if (cents == null || mapper.mark(code, true) == 0) {
        return Optional.empty();
      }
      session.commit();
      return Optional.of(new Money(cents, "EUR"));
    }
  }

  public void restore(String code) {
    try (SqlSession session = sessions.openSession(true)) {
      session.getMapper(VoucherMapper.class).mark(code, false);
    }
  }
}
