package exam.p42;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Vocabulary of a text corpus on the local disk: 4,000 books of half a megabyte to three megabytes. */
public class CorpusVocabulary {
    private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}']+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static final class Entry {
        long occurrences;
        int documents;
    }

    private final Map<String, Entry> vocabulary = new HashMap<>();
    private final Set<String> stopWords;
    private long tokens;

    CorpusVocabulary(Set<String> stopWords) {
        this.stopWords = stopWords;
    }

    private static String normalize(String word) {
        return MARKS.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
    }

    private void addDocument(Path book) throws IOException {
        Set<String> seen = new HashSet<>();
        for (String raw : NON_WORD.split(Files.readString(book))) {
            String word = normalize(raw);
            tokens++;
            if (word.length() < 3 || stopWords.contains(word)) {
                continue;
            }
            Entry entry = vocabulary.computeIfAbsent(word, w -> new Entry());
            entry.occurrences++;
            if (seen.add(word)) {
                entry.documents++;
            }
        }
    }

    void addAll(Path directory) throws IOException {
        List<Path> books = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.txt")) {
            files.forEach(books::add);
        }
        for (Path book : books) {
            addDocument(book);
        }
    }

    public static void main(String[] args) throws IOException {
        CorpusVocabulary corpus = new CorpusVocabulary(Set.copyOf(Files.readAllLines(Path.of(args[1]))));
        corpus.addAll(Path.of(args[0]));
        System.out.println(corpus.tokens + " tokens, " + corpus.vocabulary.size() + " words");
        corpus.vocabulary.entrySet().stream()
                .filter(e -> e.getValue().documents >= 5)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> System.out.println(e.getKey() + " " + e.getValue().occurrences + " " + e.getValue().documents));
    }
}
