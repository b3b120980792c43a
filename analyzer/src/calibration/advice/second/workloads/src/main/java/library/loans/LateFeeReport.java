package library.loans;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Late fees of each branch. */
public class LateFeeReport {
  private static final int GRACE = 30;
  private static final int CENTS = 25;

  private final LoanQueries queries;

  public LateFeeReport(LoanQueries queries) {
    this.queries = queries;
  }

  public List<Long> fees(int branches) throws SQLException {
    List<Long> fees = new ArrayList<>();
    int branch = 0;
    while (branch < branches) {
      fees.add(fee(branch));
      branch++;
    }
    return fees;
  }

  public long fee(int branch) throws SQLException {
    return queries.overdue(branch, GRACE).fee(CENTS);
  }
}
