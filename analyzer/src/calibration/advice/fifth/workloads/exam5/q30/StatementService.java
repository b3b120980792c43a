package exam5.q30;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Renders account statements as text, up to 2,000 bookings each. */
public class StatementService {

    static final class Formats {
        private static final Lock LOCK = new ReentrantLock();
        private static final SimpleDateFormat DATE = new SimpleDateFormat("EEE, dd. MMMM yyyy");
        private static final DecimalFormat AMOUNT = new DecimalFormat("#,##0.00 EUR;-#,##0.00 EUR");

        private Formats() {
        }

        static String line(long time, long cents, String text) {
            LOCK.lock();
            try {
                String amount = AMOUNT.format(cents / 100.0);
                return String.format("%-30s %-40s %18s%n", DATE.format(new Date(time)), text, amount);
            } finally {
                LOCK.unlock();
            }
        }
    }

    private static final int BOOKINGS = 2000;

    static String statement(int account) {
        StringBuilder page = new StringBuilder(BOOKINGS * 92);
        long time = 1_700_000_000_000L;
        long balance = 0;
        for (int i = 0; i < BOOKINGS; i++) {
            long cents = (account * 31L + i * 977L) % 90_000 - 40_000;
            balance += cents;
            time += 3_600_000L * (1 + i % 7);
            page.append(Formats.line(time, cents, "booking " + account + "/" + i));
        }
        return page.append(Formats.line(time, balance, "balance")).toString();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int account = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        byte[] body = statement(account).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(8090), 0);
        server.createContext("/statements/", StatementService::handle);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.start();
    }
}
