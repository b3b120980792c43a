package warehouse.column;

import java.util.List;

/** SELECT SUM(quantity * price - discount). */
public class RevenueQuery {
  public long run(List<SalesColumns> segments) {
    long revenue = 0;
    for (SalesColumns segment : segments) {
      revenue += revenue(segment);
    }
    return revenue;
  }

  public long revenue(SalesColumns segment) {
    long sum = 0;
    for (int row = 0; row < segment.rows(); row++) {
      sum += segment.quantity[row] * segment.price[row] - segment.discount[row];
    }
    return sum;
  }
}
