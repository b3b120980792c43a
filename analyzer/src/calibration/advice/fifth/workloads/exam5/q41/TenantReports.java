package exam5.q41;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Monthly usage reports in the language and time zone of each tenant. */
public class TenantReports {

    private static class Tenant {
        String name;
        Locale locale;
        TimeZone zone;

        static Tenant parse(String line) {
            String[] f = line.split(",");
            Tenant tenant = new Tenant();
            tenant.name = f[0];
            tenant.locale = Locale.forLanguageTag(f[1]);
            tenant.zone = TimeZone.getTimeZone(f[2]);
            return tenant;
        }
    }

    private final Path usage;
    private final Path out;

    TenantReports(Path usage, Path out) {
        this.usage = usage;
        this.out = out;
    }

    /** About 800,000 usage records per tenant. */
    private void report(Tenant tenant) throws IOException {
        Locale.setDefault(tenant.locale);
        TimeZone.setDefault(tenant.zone);
        DateFormat date = DateFormat.getDateTimeInstance(DateFormat.FULL, DateFormat.SHORT);
        NumberFormat number = NumberFormat.getNumberInstance();
        number.setMaximumFractionDigits(2);
        try (BufferedWriter writer = Files.newBufferedWriter(out.resolve(tenant.name + ".txt"))) {
            double total = 0;
            for (String line : Files.readAllLines(usage.resolve(tenant.name + ".csv"))) {
                int comma = line.indexOf(',');
                double amount = Double.parseDouble(line.substring(comma + 1));
                total += amount;
                Date when = new Date(Long.parseLong(line.substring(0, comma)));
                writer.write(String.format("%-60s %16s %16s%n", date.format(when), number.format(amount), number.format(total)));
            }
        }
    }

    void reportAll(List<Tenant> tenants) throws IOException {
        for (Tenant tenant : tenants) {
            report(tenant);
        }
    }

    public static void main(String[] args) throws IOException {
        List<Tenant> tenants = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("tenants.csv"))) {
            tenants.add(Tenant.parse(line));
        }
        new TenantReports(Path.of("usage"), Files.createDirectories(Path.of("reports"))).reportAll(tenants);
    }
}
