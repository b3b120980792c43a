package scan.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a file is by its first line, and how long it is. */
public class HeaderReader {

  public Artifact read(Path file) throws IOException {
    int lines = 0;
    String kind = "empty";
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line;
      while ((line = reader.readLine()) != null) {
        if (lines++ == 0) {
          kind = line.startsWith("#!") ? "script" : line.startsWith("<?") ? "markup" : "text";
        }
      }
    }
    return new Artifact(file.getFileName().toString(), kind, Files.size(file), lines);
  }
}
