package exam.p17;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pulls the complete change feed of the partner, page after page; each page carries the token of the next one. */
public class FeedImporter {
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    FeedImporter(String base) {
        this.base = base;
    }

    record Page(String body, Optional<String> next) {
        static Page of(String body) {
            Matcher m = NEXT.matcher(body);
            return new Page(body, m.find() ? Optional.of(m.group(1)) : Optional.empty());
        }
    }

    private Page get(String token) throws IOException, InterruptedException {
        URI uri = URI.create(base + "/changes" + (token == null ? "" : "?after=" + token));
        HttpResponse<String> response = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException("feed answered " + response.statusCode());
        }
        return Page.of(response.body());
    }

    int importAll(Path target) throws IOException, InterruptedException {
        int pages = 0;
        try (BufferedWriter out = Files.newBufferedWriter(target)) {
            String token = null;
            do {
                Page page = get(token);
                out.write(page.body());
                out.newLine();
                token = page.next().orElse(null);
                pages++;
            } while (token != null);
        }
        return pages;
    }

    public static void main(String[] args) throws Exception {
        int pages = new FeedImporter(args[0]).importAll(Path.of(args.length > 1 ? args[1] : "feed.jsonl"));
        System.out.println(pages + " pages");
    }
}
