package exam5.q34;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Access tokens for 3,000 tenants; each is valid for a minute and used by the sync jobs of the tenant. */
public class TokenBroker {

    private static final int TENANTS = 3000;
    private static final long VALID = TimeUnit.SECONDS.toNanos(60);

    record Token(String value, long until) {
        boolean valid() {
            return System.nanoTime() - until < 0;
        }
    }

    private final Guarded<Map<Integer, Token>> tokens = new Guarded<>(new HashMap<>());
    private final HttpClient http = HttpClient.newHttpClient();

    String tokenFor(int tenant) throws Exception {
        return tokens.with(map -> {
            Token token = map.get(tenant);
            if (token == null || !token.valid()) {
                token = new Token(request(tenant), System.nanoTime() + VALID);
                map.put(tenant, token);
            }
            return token.value();
        });
    }

    private String request(int tenant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://login.example.com/" + tenant + "/oauth2/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void sync(int tenant) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://graph.example.com/" + tenant + "/delta"))
                    .header("Authorization", "Bearer " + tokenFor(tenant))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (Exception e) {
            System.err.println(tenant + ": " + e);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        TokenBroker broker = new TokenBroker();
        ExecutorService jobs = Executors.newFixedThreadPool(200);
        for (int round = 0; round < 60; round++) {
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                int t = tenant;
                jobs.execute(() -> broker.sync(t));
            }
        }
        jobs.shutdown();
        jobs.awaitTermination(1, TimeUnit.DAYS);
    }
}
