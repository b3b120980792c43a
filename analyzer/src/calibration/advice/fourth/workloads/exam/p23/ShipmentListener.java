package exam.p23;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes shipment notices from the warehouse's queue bridge and registers each with the carrier. In the evening 200 notices a
 * second come in; every notice is a parcel of its own and may be registered in any order.
 */
public class ShipmentListener {
    interface MessageHandler {
        void onMessage(String text);
    }

    static class CarrierRegistration implements MessageHandler {
        private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI carrier;
        private final AtomicLong registered = new AtomicLong();

        CarrierRegistration(URI carrier) {
            this.carrier = carrier;
        }

        /** The carrier prints the label before it answers, which takes 400 ms. */
        @Override
        public void onMessage(String text) {
            HttpRequest request = HttpRequest.newBuilder(carrier)
                    .timeout(Duration.ofSeconds(15))
                    .POST(HttpRequest.BodyPublishers.ofString(text))
                    .build();
            try {
                HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
                if (response.statusCode() == 201) {
                    registered.incrementAndGet();
                }
            } catch (IOException e) {
                System.err.println("not registered: " + text);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final MessageHandler handler;

    ShipmentListener(MessageHandler handler) {
        this.handler = handler;
    }

    void listen(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port)) {
            while (true) {
                try (Socket bridge = server.accept();
                     BufferedReader in = new BufferedReader(new InputStreamReader(bridge.getInputStream(), StandardCharsets.UTF_8))) {
                    in.lines().forEach(text -> executor.execute(() -> handler.onMessage(text)));
                }
            }
        }
    }

    public static void main(String[] args) throws IOException {
        new ShipmentListener(new CarrierRegistration(URI.create(args[0]))).listen(6200);
    }
}
