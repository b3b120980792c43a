package exam.p05;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Enrichment service: answers with the customer's master data, cached. About 400 requests per second come in, a third of them miss. */
public class CustomerLookup {

    static class CustomerCache {
        private static final int MAX = 10_000;
        private final ReentrantLock lock = new ReentrantLock();
        private final Map<String, String> entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MAX;
            }
        };
        private final MasterData masterData;

        CustomerCache(MasterData masterData) {
            this.masterData = masterData;
        }

        String get(String id) throws IOException, InterruptedException {
            lock.lock();
            try {
                String json = entries.get(id);
                if (json == null) {
                    json = masterData.load(id);
                    entries.put(id, json);
                }
                return json;
            } finally {
                lock.unlock();
            }
        }
    }

    interface MasterData {
        String load(String id) throws IOException, InterruptedException;
    }

    static class RemoteMasterData implements MasterData {
        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        /** The mainframe gateway needs 50 to 70 ms. */
        @Override public String load(String id) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://crm-gateway:9080/customers/" + id)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private final CustomerCache cache = new CustomerCache(new RemoteMasterData());

    void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            byte[] body = cache.get(path.substring(path.lastIndexOf('/') + 1)).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.sendResponseHeaders(503, -1);
        } finally {
            exchange.close();
        }
    }

    public static void main(String[] args) throws IOException {
        CustomerLookup lookup = new CustomerLookup();
        HttpServer server = HttpServer.create(new InetSocketAddress(8085), 256);
        server.createContext("/customers/", lookup::handle);
        server.setExecutor(Executors.newFixedThreadPool(100));
        server.start();
    }
}
