package exam5.q25;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for passwords and keys that were checked in. */
public class SecretScan extends SimpleFileVisitor<Path> {

    static final Pattern[] PATTERNS = {
        Pattern.compile("(?i)(password|passwd|pwd|secret)\\s*[:=]\\s*[\"'][^\"'\\s]{6,}[\"']"),
        Pattern.compile("AKIA[0-9A-Z]{16}"),
        Pattern.compile("-----BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY-----"),
        Pattern.compile("(?i)[a-z]+://[^/\\s:@]{3,20}:[^/\\s:@]{3,20}@[^\\s]{1,100}"),
        Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
    };

    private final List<Path> files = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        return dir.endsWith(".git") || dir.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && attributes.size() < 5_000_000) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    static List<String> scan(Path file) {
        List<String> hits = new ArrayList<>();
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (Pattern pattern : PATTERNS) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    long line = text.substring(0, matcher.start()).lines().count();
                    hits.add(file + ":" + line + ": " + pattern.pattern().substring(0, 8));
                }
            }
        } catch (IOException e) {
            hits.add(file + ": " + e);
        }
        return hits;
    }

    int scanAll() {
        int count = 0;
        for (Path file : files) {
            List<String> hits = scan(file);
            hits.forEach(System.out::println);
            count += hits.size();
        }
        return count;
    }

    public static void main(String[] args) throws IOException {
        SecretScan scan = new SecretScan();
        Files.walkFileTree(Path.of(args.length > 0 ? args[0] : "."), scan);
        System.exit(scan.scanAll() == 0 ? 0 : 1);
    }
}
