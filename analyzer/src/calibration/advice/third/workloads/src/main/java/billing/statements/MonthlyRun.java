package billing.statements;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the statements of a month. */
public class MonthlyRun {
  private final StatementDao dao;
  private final long reminderFrom;

  public MonthlyRun(StatementDao dao, long reminderFrom) {
    this.dao = dao;
    this.reminderFrom = reminderFrom;
  }

  public List<Statement> run(List<Long> customers) {
    List<Statement> statements = new ArrayList<>();
    for (Long customer : customers) {
      Statement statement = statement(customer);
      if (statement != null) {
        statements.add(statement);
      }
    }
    return statements;
  }

  public Statement statement(long customer) {
    try {
      return dao.balance(customer)
          .map(cents -> new Statement(customer, cents, cents <= -reminderFrom))
          .orElse(null);
    } catch (SQLException e) {
      throw new IllegalStateException("customer " + customer, e);
    }
  }
}
