package exam5.q45;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Small dialogue at the counter: "add screw-m4 200", "take screw-m4 12", "list", "quit". */
public class StockConsole {

    private final Map<String, Integer> stock = new TreeMap<>();
    private final Map<String, BiConsumer<String, Integer>> commands = Map.of(
            "add", (article, n) -> stock.merge(article, n, Integer::sum),
            "take", (article, n) -> stock.merge(article, -n, Integer::sum),
            "set", stock::put);
    private final Path file;
    private final PrintStream out;

    StockConsole(Path file, PrintStream out) throws IOException {
        this.file = file;
        this.out = out;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split("=");
                stock.put(words[0], Integer.parseInt(words[1]));
            }
        }
    }

    void dialogue(BufferedReader in) throws IOException {
        out.print("> ");
        String line;
        while ((line = in.readLine()) != null && !line.equals("quit")) {
            String[] words = line.trim().split("\\s+");
            if (words[0].equals("list")) {
                stock.forEach((article, n) -> out.println(article + " " + n));
            } else if (words.length == 3 && commands.containsKey(words[0])) {
                commands.get(words[0]).accept(words[1], Integer.parseInt(words[2]));
                save();
            } else {
                out.println("?");
            }
            out.print("> ");
        }
    }

    private void save() throws IOException {
        StringBuilder text = new StringBuilder();
        stock.forEach((article, n) -> text.append(article).append('=').append(n).append('\n'));
        Files.writeString(file, text);
    }

    public static void main(String[] args) throws IOException {
        new StockConsole(Path.of("stock.txt"), System.out).dialogue(new BufferedReader(new InputStreamReader(System.in)));
    }
}
