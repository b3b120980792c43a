package exam.p18;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches the cover pictures (10,000, about 30 kB each) of a book catalogue from the publishers' servers. */
public class CoverDownloader implements AutoCloseable {
    private final ExecutorService downloads = Executors.newFixedThreadPool(200);
    private final Path target;

    CoverDownloader(Path target) {
        this.target = target;
    }

    private long download(String isbn, URI cover) throws IOException {
        URLConnection connection = cover.toURL().openConnection();
        connection.setConnectTimeout(3_000);
        connection.setReadTimeout(10_000);
        try (InputStream in = connection.getInputStream()) {
            return Files.copy(in, target.resolve(isbn + ".jpg"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long downloadAll(List<String[]> catalogue) throws InterruptedException {
        List<Future<Long>> running = new ArrayList<>(catalogue.size());
        for (String[] book : catalogue) {
            running.add(downloads.submit(() -> download(book[0], URI.create(book[1]))));
        }
        long bytes = 0;
        for (Future<Long> f : running) {
            try {
                bytes += f.get();
            } catch (ExecutionException e) {
                System.err.println(e.getCause());
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        downloads.shutdown();
    }

    public static void main(String[] args) throws Exception {
        List<String[]> catalogue = Files.readAllLines(Path.of(args[0])).stream().map(l -> l.split("\t")).toList();
        try (CoverDownloader downloader = new CoverDownloader(Files.createDirectories(Path.of(args[1])))) {
            System.out.println(downloader.downloadAll(catalogue) + " bytes");
        }
    }
}
