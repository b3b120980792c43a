package exam.p32;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Scores 12,000 applications with the bureau's web service, which takes about 700 ms each and allows 300 parallel requests. */
public class CreditCheck {
    record Application(String id, String name, int income, int rate) { }

    record Decision(String id, int score, boolean accepted) { }

    private final String bureau;

    CreditCheck(String bureau) {
        this.bureau = bureau;
    }

    private String report(Application a) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL(bureau + "/report/" + a.id()).openConnection();
            c.setReadTimeout(20_000);
            try (InputStream in = c.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private int score(Application a, String report) {
        int points = 500;
        for (String line : report.split("\n")) {
            if (line.startsWith("LATE")) {
                points -= 40;
            } else if (line.startsWith("PAID")) {
                points += 15;
            }
        }
        return points - 300 * a.rate() / Math.max(1, a.income());
    }

    CompletableFuture<Decision> decide(Application a) {
        return CompletableFuture.supplyAsync(() -> report(a))
                .thenApply(report -> score(a, report))
                .thenApply(points -> new Decision(a.id(), points, points >= 520))
                .exceptionally(e -> new Decision(a.id(), -1, false));
    }

    List<Decision> decideAll(List<Application> applications) {
        List<CompletableFuture<Decision>> futures = new ArrayList<>();
        for (Application a : applications) {
            futures.add(decide(a));
        }
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(v -> futures.stream().map(CompletableFuture::join).toList())
                .join();
    }

    public static void main(String[] args) throws IOException {
        List<Application> applications = Files.readAllLines(Path.of(args[1])).stream()
                .map(l -> l.split(";"))
                .map(f -> new Application(f[0], f[1], Integer.parseInt(f[2]), Integer.parseInt(f[3])))
                .toList();
        List<Decision> decisions = new CreditCheck(args[0]).decideAll(applications);
        System.out.println(decisions.stream().filter(Decision::accepted).count() + " of " + decisions.size());
    }
}
