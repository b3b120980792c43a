package exam5.q06;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

public class ShippingNotifier implements AutoCloseable {

    public interface OrderEvents {
        void onShipped(String orderId, String deviceToken);
    }

    private final HttpClient client;
    private final ExecutorService sender;
    private final URI gateway;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    public ShippingNotifier(URI gateway) {
        this.gateway = gateway;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.sender = Executors.newSingleThreadExecutor(r -> {
            Thread t = new Thread(r, "push-sender");
            t.setDaemon(true);
            return t;
        });
    }

    public OrderEvents listener() {
        return (orderId, deviceToken) -> sender.execute(() -> push(orderId, deviceToken));
    }

    private void push(String orderId, String deviceToken) {
        String body = "{\"to\":\"" + deviceToken + "\",\"title\":\"On its way\",\"order\":\"" + orderId + "\"}";
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            if (response.statusCode() / 100 == 2) {
                sent.incrementAndGet();
            } else {
                lost.incrementAndGet();
            }
        } catch (IOException e) {
            lost.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        sender.shutdown();
        sender.awaitTermination(10, TimeUnit.MINUTES);
        System.out.printf("%d sent, %d lost%n", sent.get(), lost.get());
    }

    public static void main(String[] args) throws Exception {
        try (ShippingNotifier notifier = new ShippingNotifier(URI.create("https://push.example.com/v1/send"));
             java.util.Scanner events = new java.util.Scanner(System.in)) {
            OrderEvents listener = notifier.listener();
            while (events.hasNext()) {
                listener.onShipped(events.next(), events.next());
            }
        }
    }
}
