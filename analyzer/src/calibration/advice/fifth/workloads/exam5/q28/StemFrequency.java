package exam5.q28;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frequency of word stems in a corpus. */
public class StemFrequency {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)?", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String[] ENDINGS = {"ational", "fulness", "ization", "iveness", "ousness", "ement", "ingly", "edly", "ing", "ies", "ed", "es", "ly", "s"};

    private final Map<String, Integer> counts = new HashMap<>();
    private long words;

    static String stem(String word) {
        String s = word.toLowerCase();
        for (String ending : ENDINGS) {
            if (s.length() > ending.length() + 2 && s.endsWith(ending)) {
                return s.substring(0, s.length() - ending.length());
            }
        }
        return s;
    }

    private void countFile(File file) throws IOException {
        String text = Files.readString(file.toPath());
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String stem = stem(matcher.group());
            Integer old = counts.get(stem);
            counts.put(stem, old == null ? 1 : old + 1);
            words++;
        }
    }

    public void countAll(File[] files) throws IOException {
        for (File file : files) {
            if (file.isFile()) {
                countFile(file);
            }
        }
    }

    public void printTop(int n) {
        System.out.println(words + " words, " + counts.size() + " stems");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(n)
                .forEach(e -> System.out.println(e.getValue() + " " + e.getKey()));
    }

    public static void main(String[] args) throws IOException {
        StemFrequency frequency = new StemFrequency();
        File[] files = new File(args[0]).listFiles();
        if (files == null) {
            throw new IOException("no directory: " + args[0]);
        }
        frequency.countAll(files);
        frequency.printTop(100);
    }
}
