package exam5.q08;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Compares the prices of the shops for each ISBN of a list. */
public class BookPrices {

    record Offer(String shop, String isbn, long cents) { }

    private static final List<String> SHOPS = List.of("bookbarn", "lesezeit", "librato", "pagina", "quarto", "readme", "thalassa", "zwiebelfisch");

    private final HttpClient http = HttpClient.newHttpClient();

    Offer ask(String shop, String isbn) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api." + shop + ".example/price?isbn=" + isbn)).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Offer(shop, isbn, response.statusCode() == 200 ? Long.parseLong(response.body().trim()) : Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Offer> offers(String isbn) {
        List<Offer> offers = new ArrayList<>();
        for (String shop : SHOPS) {
            CompletableFuture<Offer> future = CompletableFuture.supplyAsync(() -> ask(shop, isbn));
            Offer offer = future.exceptionally(e -> new Offer(shop, isbn, Long.MAX_VALUE)).join();
            offers.add(offer);
        }
        return offers;
    }

    Optional<Offer> best(String isbn) {
        return offers(isbn).stream()
                .filter(o -> o.cents() < Long.MAX_VALUE)
                .min(Comparator.comparingLong(Offer::cents));
    }

    public static void main(String[] args) throws IOException {
        BookPrices prices = new BookPrices();
        for (String isbn : Files.readAllLines(Path.of(args[0]))) {
            System.out.println(isbn + " " + prices.best(isbn).map(o -> o.shop() + " " + o.cents()).orElse("-"));
        }
    }
}
