package exports.csv;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Writes account statements as comma separated lines. */
public final class StatementExporter {
  private static final SimpleDateFormat STAMP =
      new SimpleDateFormat("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  static {
    STAMP.setTimeZone(TimeZone.getTimeZone("UTC"));
  }

  /** Returns a line for each booking, in order. */
  public List<String> export(List<Booking> bookings) {
    List<String> lines = new ArrayList<>(bookings.size());
    for (Booking booking : bookings) {
      lines.add(line(booking));
    }
    return lines;
  }

  public String line(Booking booking) {
    return line(STAMP.format(new Date(booking.epochMillis())), booking);
  }

  public static String line(String stamp, Booking booking) {
    StringBuilder line = new StringBuilder(80).append(stamp).append(',');
    long cents = booking.cents();
    line.append(cents / 100).append('.');
    long rest = Math.abs(cents % 100);
    if (rest < 10) {
      line.append('0');
    }
    line.append(rest).append(",\"");
    line.append(booking.text().replace("\"", "\"\"")).append('"');
    return line.toString();
  }
}
