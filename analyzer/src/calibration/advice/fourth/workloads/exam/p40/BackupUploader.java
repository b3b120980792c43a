package exam.p40;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** Copies small attachments (some 15,000 of 5 to 50 kB) to the backup provider. */
public class BackupUploader {

    /** The provider's contract: at most 50 requests per second, otherwise the account is blocked for an hour. */
    static class RateLimit {
        private final long interval;
        private long next = System.nanoTime();

        RateLimit(int perSecond) {
            interval = 1_000_000_000L / perSecond;
        }

        void acquire() throws InterruptedException {
            long wait;
            synchronized (this) {
                long now = System.nanoTime();
                next = Math.max(next, now);
                wait = next - now;
                next += interval;
            }
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RateLimit limit = new RateLimit(50);
    private final URI bucket;

    BackupUploader(URI bucket) {
        this.bucket = bucket;
    }

    /** A put takes the provider some 200 ms. */
    private boolean upload(Path root, Path file) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(bucket.resolve(root.relativize(file).toString().replace(' ', '_')))
                    .PUT(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            limit.acquire();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (FileNotFoundException e) {
            return false;   // deleted meanwhile
        } catch (IOException e) {
            System.err.println(file + ": " + e);
            return false;
        }
    }

    long uploadTree(Path root) throws IOException, InterruptedException {
        long uploaded = 0;
        try (Stream<Path> files = Files.walk(root)) {
            Iterator<Path> it = files.filter(Files::isRegularFile).iterator();
            while (it.hasNext()) {
                if (upload(root, it.next())) {
                    uploaded++;
                }
            }
        }
        return uploaded;
    }

    public static void main(String[] args) throws Exception {
        System.out.println(new BackupUploader(URI.create(args[1])).uploadTree(Path.of(args[0])) + " uploaded");
    }
}
