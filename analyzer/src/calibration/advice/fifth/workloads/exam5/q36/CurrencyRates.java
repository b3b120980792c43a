package exam5.q36;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Exchange rates by day and currency. Two callers that want the same rate shall not ask the bank twice, it charges per call. */
public class CurrencyRates {

    public interface Bank {
        double rate(LocalDate day, String currency) throws IOException, InterruptedException;
    }

    private static final class Slot {
        private volatile double rate = Double.NaN;
    }

    private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();
    private final Bank bank;

    public CurrencyRates(Bank bank) {
        this.bank = bank;
    }

    public double rate(LocalDate day, String currency) throws IOException, InterruptedException {
        Slot slot = slots.computeIfAbsent(day + currency, key -> new Slot());
        double rate = slot.rate;
        if (Double.isNaN(rate)) {
            synchronized (slot) {
                rate = slot.rate;
                if (Double.isNaN(rate)) {
                    rate = bank.rate(day, currency);
                    slot.rate = rate;
                }
            }
        }
        return rate;
    }

    public static Bank http(String base) {
        HttpClient client = HttpClient.newHttpClient();
        return (day, currency) -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + day + "/" + currency)).build();
            return Double.parseDouble(client.send(request, HttpResponse.BodyHandlers.ofString()).body().trim());
        };
    }

    public static void main(String[] args) throws Exception {
        CurrencyRates rates = new CurrencyRates(http("https://rates.bank.example/v2"));
        Thread[] clerks = new Thread[50];
        for (int i = 0; i < clerks.length; i++) {
            int offset = i;
            clerks[i] = new Thread(() -> {
                LocalDate day = LocalDate.of(2024, 1, 2);
                try {
                    for (int n = 0; n < 300; n++) {
                        rates.rate(day.plusDays((n + offset * 6) % 365), n % 3 == 0 ? "USD" : "CHF");
                    }
                } catch (IOException e) {
                    System.err.println(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            clerks[i].start();
        }
        for (Thread clerk : clerks) {
            clerk.join();
        }
        System.out.println(rates.slots.size() + " rates");
    }
}
