package exam.p04;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Delivers pending events (about 20,000 in the nightly run) to the endpoints that customers registered, each on its own host. */
public class WebhookDispatcher {
    record Event(String endpoint, String payload) { }

    static final class Delivery implements Runnable {
        private final Event event;
        private final AtomicInteger delivered;
        private final AtomicInteger failed;

        Delivery(Event event, AtomicInteger delivered, AtomicInteger failed) {
            this.event = event;
            this.delivered = delivered;
            this.failed = failed;
        }

        @Override
        public void run() {
            try {
                int status = post();
                (status / 100 == 2 ? delivered : failed).incrementAndGet();
            } catch (IOException e) {
                failed.incrementAndGet();
            }
        }

        /** Customers' endpoints answer in half a second on average, some only near the timeout. */
        private int post() throws IOException {
            HttpURLConnection c = (HttpURLConnection) new URL(event.endpoint()).openConnection();
            c.setConnectTimeout(2_000);
            c.setReadTimeout(5_000);
            c.setRequestMethod("POST");
            c.setRequestProperty("Content-Type", "application/json");
            c.setDoOutput(true);
            try (OutputStream out = c.getOutputStream()) {
                out.write(event.payload().getBytes(StandardCharsets.UTF_8));
            }
            int status = c.getResponseCode();
            c.disconnect();
            return status;
        }
    }

    private final ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    void dispatch(List<Event> events) throws InterruptedException {
        for (Event event : events) {
            workers.execute(new Delivery(event, delivered, failed));
        }
        workers.shutdown();
        workers.awaitTermination(12, TimeUnit.HOURS);
    }

    public static void main(String[] args) throws Exception {
        List<Event> events = Files.readAllLines(Path.of(args[0])).stream()
                .map(line -> line.split("\t", 2))
                .map(f -> new Event(f[0], f[1]))
                .toList();
        WebhookDispatcher dispatcher = new WebhookDispatcher();
        dispatcher.dispatch(events);
        System.out.println(dispatcher.delivered + " delivered, " + dispatcher.failed + " failed");
    }
}
