package exam.p19;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Monthly export of all statements: 2,500 accounts with 5 to 15 pages each from the core banking gateway (about 120 ms a page). */
public class StatementExport {
    private final String gateway;

    StatementExport(String gateway) {
        this.gateway = gateway;
    }

    static class StatementPage {
        String cursor;
        final List<String> entries = new ArrayList<>();
    }

    private StatementPage page(String account, String cursor) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL(gateway + "/accounts/" + account + "/entries?cursor=" + cursor).openConnection();
        c.setRequestProperty("Accept", "text/csv");
        StatementPage page = new StatementPage();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(c.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                page.entries.add(line);
            }
        }
        page.cursor = c.getHeaderField("X-Next-Cursor");
        return page;
    }

    private void eachPage(String account, Consumer<StatementPage> sink) throws IOException {
        String cursor = "";
        while (cursor != null) {
            StatementPage page = page(account, cursor);
            sink.accept(page);
            cursor = page.cursor;
        }
    }

    private int exportAccount(String account, Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        eachPage(account, p -> lines.addAll(p.entries));
        Files.write(directory.resolve(account + ".csv"), lines);
        return lines.size();
    }

    public int export(List<String> accounts, Path directory) throws IOException {
        Files.createDirectories(directory);
        int entries = 0;
        for (String account : accounts) {
            entries += exportAccount(account, directory);
        }
        return entries;
    }

    public static void main(String[] args) throws IOException {
        List<String> accounts = Files.readAllLines(Path.of(args[1]));
        System.out.println(new StatementExport(args[0]).export(accounts, Path.of(args[2])) + " entries");
    }
}
