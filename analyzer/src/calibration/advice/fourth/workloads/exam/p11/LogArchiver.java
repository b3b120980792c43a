package exam.p11;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses yesterday's logs in place: a few hundred files of 20 to 60 MB each. */
public class LogArchiver extends SimpleFileVisitor<Path> {
    private final Instant limit;
    private int files;

    LogArchiver(Duration age) {
        limit = Instant.now().minus(age);
    }

    static class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.toString().endsWith(".log") && attributes.lastModifiedTime().toInstant().isBefore(limit)) {
            compress(file);
            files++;
        }
        return FileVisitResult.CONTINUE;
    }

    static void compress(Path file) throws IOException {
        Path target = file.resolveSibling(file.getFileName() + ".gz");
        try (InputStream in = Files.newInputStream(file); OutputStream out = new BestGzip(Files.newOutputStream(target))) {
            byte[] buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) > 0; ) {
                out.write(buffer, 0, n);
            }
        }
        Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
        Files.delete(file);
    }

    int archive(Path root) throws IOException {
        Files.walkFileTree(root, this);
        return files;
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "/var/log/apps");
        System.out.println(new LogArchiver(Duration.ofHours(24)).archive(root) + " files compressed");
    }
}
