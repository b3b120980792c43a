package ledger.load;

/** A line of the file of the bank. */
public record Booking(int account, long cents, String text) {
  static Booking parse(String line) {
    String[] fields = line.split(";", 3);
    return new Booking(Integer.parseInt(fields[0]), Long.parseLong(fields[1]), fields[2]);
  }
}
