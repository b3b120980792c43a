package exam5.q12;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class FeedCrawler {

    private static final int PARALLEL = 200;

    private final Path folder;

    public FeedCrawler(Path folder) {
        this.folder = folder;
    }

    private long download(int number, String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(10000);
        connection.setRequestProperty("User-Agent", "feedcrawler/2.1");
        try (InputStream in = connection.getInputStream()) {
            byte[] feed = in.readAllBytes();
            Files.write(folder.resolve(number + ".xml"), feed);
            return feed.length;
        } finally {
            connection.disconnect();
        }
    }

    public long crawl(List<String> feeds) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<Long>> sizes = new ArrayList<>(feeds.size());
            for (int i = 0; i < feeds.size(); i++) {
                final int number = i;
                sizes.add(executor.submit(() -> download(number, feeds.get(number))));
            }
            long total = 0;
            for (Future<Long> size : sizes) {
                try {
                    total += size.get();
                } catch (ExecutionException e) {
                    System.err.println(e.getCause());
                }
            }
            return total;
        } finally {
            executor.shutdown();
        }
    }

    public static void main(String[] args) throws Exception {
        List<String> feeds = Files.readAllLines(Paths.get("feeds.txt"));
        System.out.println(new FeedCrawler(Files.createDirectories(Paths.get("feeds"))).crawl(feeds) + " bytes");
    }
}
