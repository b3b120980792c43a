package exam.p24;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Looks up the coordinates of 30,000 delivery addresses. */
public class GeoTagger {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final Map<String, Integer> hitsByPrecision = new TreeMap<>();
    private long bytes;
    private int failures;

    GeoTagger(String service) {
        this.service = service;
    }

    /** The geocoder takes between 60 and 100 ms. */
    synchronized String locate(String address) throws InterruptedException {
        String query = URLEncoder.encode(address, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "?format=csv&q=" + query)).build();
        try {
            String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            String[] f = answer.trim().split(",");
            bytes += answer.length();
            hitsByPrecision.merge(f[2], 1, Integer::sum);
            return address + ";" + f[0] + ";" + f[1];
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            failures++;
            return address + ";;";
        }
    }

    synchronized String summary() {
        return hitsByPrecision + ", " + failures + " failures, " + bytes + " bytes";
    }

    public static void main(String[] args) throws Exception {
        GeoTagger tagger = new GeoTagger(args[0]);
        List<String> addresses = Files.readAllLines(Path.of(args[1]));
        ConcurrentLinkedQueue<String> located = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(200);
        for (String address : addresses) {
            pool.submit(() -> located.add(tagger.locate(address)));
        }
        pool.shutdown();
        while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            System.out.println(tagger.summary());
        }
        Files.write(Path.of(args[2]), located);
        System.out.println(tagger.summary());
    }
}
