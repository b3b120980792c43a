package exam.p01;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Nightly: asks the pricing service for the current price of every active SKU (about 6,000) and writes the price list. */
public class PriceRefresher {
    record Price(String sku, BigDecimal amount, String currency) { }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI base;

    PriceRefresher(URI base) {
        this.base = base;
    }

    /** The pricing service walks through the promotion engine; a call takes some 80 ms. */
    Price fetch(String sku) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v2/prices/" + sku))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "text/plain")
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(sku + ": status " + response.statusCode());
        }
        String[] parts = response.body().trim().split(" ");
        return new Price(sku, new BigDecimal(parts[0]), parts[1]);
    }

    List<Price> refresh(List<String> skus) throws InterruptedException {
        List<Price> prices = new ArrayList<>(skus.size());
        for (String sku : skus) {
            try {
                prices.add(fetch(sku));
            } catch (IOException e) {
                System.err.println("no price for " + sku + ": " + e.getMessage());
            }
        }
        return prices;
    }

    public static void main(String[] args) throws Exception {
        List<String> skus = Files.readAllLines(Path.of(args[0]));
        PriceRefresher refresher = new PriceRefresher(URI.create(args.length > 2 ? args[2] : "http://pricing.internal:8080"));
        List<Price> prices = refresher.refresh(skus);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
            for (Price p : prices) {
                out.println(p.sku() + ";" + p.amount() + ";" + p.currency());
            }
        }
        System.out.println(prices.size() + " of " + skus.size());
    }
}
