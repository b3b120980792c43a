package ledger.load;

import java.sql.SQLException;
import java.util.List;

/** Books a file of the bank: all of it or nothing. */
public class BankFileImport {
  private final BookingTable table;

  public BankFileImport(BookingTable table) {
    this.table = table;
  }

  public int load(List<String> lines) throws SQLException {
    int booked = 0;
    try {
      for (String line : lines) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        booked += bookLine(line);
      }
      table.commit();
      return booked;
    } catch (SQLException | RuntimeException e) {
      table.rollback();
      throw e;
    }
  }

  public int bookLine(String line) throws SQLException {
    return table.book(Booking.parse(line));
  }
}
