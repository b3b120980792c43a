package exam5.q20;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds pairs of theses that share many runs of five words. */
public class ThesisCompare {

    private static final int RUN = 5;

    record Pair(Path first, Path second, double share) { }

    static final class Document {
        final Path path;
        final int[] runs;

        Document(Path path, int[] runs) {
            this.path = path;
            this.runs = runs;
        }

        static Document read(Path path) throws IOException {
            String[] words = Files.readString(path).toLowerCase(Locale.ROOT).split("\\W+");
            int[] runs = new int[Math.max(0, words.length - RUN + 1)];
            for (int i = 0; i < runs.length; i++) {
                int hash = 17;
                for (int k = i; k < i + RUN; k++) {
                    hash = hash * 31 + words[k].hashCode();
                }
                runs[i] = hash;
            }
            Arrays.sort(runs);
            return new Document(path, runs);
        }

        double share(Document other) {
            int a = 0;
            int b = 0;
            int common = 0;
            while (a < runs.length && b < other.runs.length) {
                if (runs[a] == other.runs[b]) {
                    common++;
                    a++;
                    b++;
                } else if (runs[a] < other.runs[b]) {
                    a++;
                } else {
                    b++;
                }
            }
            return common / (double) Math.max(1, Math.min(runs.length, other.runs.length));
        }
    }

    static List<Pair> suspicious(List<Document> documents, double limit) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            for (int k = i + 1; k < documents.size(); k++) {
                double share = documents.get(i).share(documents.get(k));
                if (share > limit) {
                    pairs.add(new Pair(documents.get(i).path, documents.get(k).path, share));
                }
            }
        }
        return pairs;
    }

    public static void main(String[] args) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                documents.add(Document.read(file));
            }
        }
        suspicious(documents, 0.15).forEach(System.out::println);
    }
}
