package exam.p38;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds records of a library catalogue (20,000 titles) that differ only by typing errors. */
public class DuplicateTitles {
    record Pair(String a, String b, int distance) { }

    static int distance(String a, String b, int limit) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitute, Math.min(previous[j], current[j - 1]) + 1);
                smallest = Math.min(smallest, current[j]);
            }
            if (smallest > limit) {
                return limit + 1;
            }
            int[] t = previous;
            previous = current;
            current = t;
        }
        return previous[b.length()];
    }

    static List<Pair> candidates(List<String> titles, int limit) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            for (int j = i + 1; j < titles.size(); j++) {
                String a = titles.get(i);
                String b = titles.get(j);
                if (Math.abs(a.length() - b.length()) <= limit) {
                    int d = distance(a, b, limit);
                    if (d <= limit) {
                        pairs.add(new Pair(a, b, d));
                    }
                }
            }
        }
        return pairs;
    }

    public static void main(String[] args) throws IOException {
        List<String> titles = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            titles.add(line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", ""));
        }
        for (Pair p : candidates(titles, 3)) {
            System.out.println(p.distance() + "\t" + p.a() + "\t" + p.b());
        }
    }
}
