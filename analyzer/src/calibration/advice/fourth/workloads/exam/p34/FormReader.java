package exam.p34;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Recognizes the text on scanned forms, about 5,000 a night. */
public class FormReader {
    private final OcrEngine engine;
    private final List<String> unreadable = new ArrayList<>();

    FormReader(OcrEngine engine) {
        this.engine = engine;
    }

    int readAll(List<Path> scans, Path target) throws IOException {
        int read = 0;
        for (Path scan : scans) {
            byte[] image = Files.readAllBytes(scan);
            String text = engine.recognize(image);
            if (text == null || text.isBlank()) {
                unreadable.add(scan.toString());
                continue;
            }
            Files.writeString(target.resolve(scan.getFileName() + ".txt"), text);
            read++;
        }
        return read;
    }

    public static void main(String[] args) throws IOException {
        FormReader reader = new FormReader(OcrEngine.open("deu"));
        Path target = Files.createDirectories(Path.of(args[1]));
        try (Stream<Path> scans = Files.list(Path.of(args[0]))) {
            System.out.println(reader.readAll(scans.sorted().toList(), target) + " forms read");
        }
        reader.unreadable.forEach(System.out::println);
    }
}
