package exam5.q13;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies the footage of a shooting day (camera cards, 4 GB per clip) to the USB hard disk of the editor. */
public class FootageBackup {

    interface Progress {
        void copied(Path file, long bytes, long millis);
    }

    private final Path card;
    private final Path disk;
    private final Progress progress;

    FootageBackup(Path card, Path disk, Progress progress) {
        this.card = card;
        this.disk = disk;
        this.progress = progress;
    }

    List<Path> clips() throws IOException {
        try (Stream<Path> files = Files.walk(card)) {
            return files.filter(f -> f.toString().endsWith(".MXF")).sorted().collect(Collectors.toList());
        }
    }

    void copyAll() throws IOException {
        for (Path clip : clips()) {
            Path to = disk.resolve(card.relativize(clip));
            long size = Files.size(clip);
            if (Files.exists(to) && Files.size(to) == size) {
                continue;
            }
            long start = System.currentTimeMillis();
            Files.createDirectories(to.getParent());
            Path part = to.resolveSibling(to.getFileName() + ".part");
            Files.copy(clip, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            progress.copied(clip, size, System.currentTimeMillis() - start);
        }
    }

    public static void main(String[] args) throws IOException {
        Progress print = (file, bytes, millis) ->
                System.out.printf("%s %d MB in %d s%n", file.getFileName(), bytes >> 20, millis / 1000);
        new FootageBackup(Path.of("/media/card"), Path.of("/media/editor-hdd"), print).copyAll();
    }
}
