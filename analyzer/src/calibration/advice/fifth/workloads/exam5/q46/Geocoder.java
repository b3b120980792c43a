package exam5.q46;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Coordinates for a file of addresses; our contract allows 150 open requests. */
public class Geocoder {

    private static final int OPEN = 150;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final Semaphore open = new Semaphore(OPEN);

    private CompletableFuture<String> locate(String address) {
        open.acquireUninterruptibly();
        URI uri = URI.create("https://geo.example.org/search?q=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        return client.sendAsync(HttpRequest.newBuilder(uri).GET().build(), HttpResponse.BodyHandlers.ofString())
                .whenComplete((response, error) -> open.release())
                .thenApply(HttpResponse::body)
                .exceptionally(error -> "?");
    }

    List<String> locateAll(List<String> addresses) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (String address : addresses) {
            answers.add(locate(address));
        }
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
        return answers.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    public static void main(String[] args) throws IOException {
        List<String> addresses = Files.readAllLines(Path.of("addresses.txt"));
        Files.write(Path.of("coordinates.txt"), new Geocoder().locateAll(addresses));
    }
}
