package invoices.print;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;

/** The text with formats of one thread. */
public class OwnFormatsText {
    private final SimpleDateFormat date = new SimpleDateFormat("EEEE, d MMMM yyyy", Locale.UK);
    private final DecimalFormat amount = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));

    public OwnFormatsText() {
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
    }

    public String render(Invoice invoice) {
        StringBuilder text = new StringBuilder(2048);
        text.append("Invoice ").append(invoice.number()).append('\n');
        text.append(date.format(invoice.date())).append("\n\n");
        double sum = 0;
        for (Invoice.Item item : invoice.items()) {
            text.append(item.text()).append(", delivered on ").append(date.format(item.delivered()));
            text.append(": ").append(amount.format(item.net())).append('\n');
            sum += item.net();
        }
        text.append("VAT ").append(amount.format(sum * 0.19)).append('\n');
        text.append("Total ").append(amount.format(sum * 1.19)).append('\n');
        return text.toString();
    }
}
