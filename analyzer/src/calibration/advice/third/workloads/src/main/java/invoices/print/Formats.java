package invoices.print;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/**
 * How dates and amounts are printed. The formats of java.text must not be used by two threads at
 * once.
 */
public final class Formats {
  private static final SimpleDateFormat DATE = new SimpleDateFormat("EEEE, d MMMM yyyy", Locale.UK);
  private static final DecimalFormat AMOUNT =
      new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));

  static {
    DATE.setTimeZone(TimeZone.getTimeZone("UTC"));
  }

  private Formats() {}

  public static String date(Date date) {
    synchronized (DATE) {
      return DATE.format(date);
    }
  }

  public static String amount(double amount) {
    synchronized (AMOUNT) {
      return AMOUNT.format(amount);
    }
  }
}
