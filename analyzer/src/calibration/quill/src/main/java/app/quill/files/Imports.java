package app.quill.files;

import app.quill.catalog.Book;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.MoreFiles;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.LineIterator;
import org.yaml.snakeyaml.Yaml;

/** What distributors send. */
public class Imports {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();

  private final ObjectMapper json;

  public Imports(ObjectMapper json) {
    this.json = json;
  }

  private static List<Book> books(Reader csv) throws IOException {
    List<Book> books = new ArrayList<>();
    for (CSVRecord row : FORMAT.parse(csv)) {
      books.add(
          new Book(
              row.get("isbn"),
              row.get("title"),
              List.of(row.get("author")),
              Integer.parseInt(row.get("pages")),
              Long.parseLong(row.get("cents"))));
    }
    return books;
  }

  // miss: kind said maths: the parser of the library reads characters from arrays of numbers
  public static List<Book> fromText(String csv) throws IOException {
    return books(new StringReader(csv));
  }

  public static List<Book> fromFile(Path file) throws IOException {
    try (Reader reader =
        new BufferedReader(new FileReader(file.toFile(), StandardCharsets.UTF_8))) {
      return books(reader);
    }
  }

  public String note(File file) throws IOException {
    return FileUtils.readFileToString(file, StandardCharsets.UTF_8);
  }

  public String firstLine(File file) throws IOException {
    try (LineIterator lines = FileUtils.lineIterator(file, "UTF-8")) {
      return lines.hasNext() ? lines.next() : "";
    }
  }

  public List<String> guavaLines(Path file) throws IOException {
    return MoreFiles.asCharSource(file, StandardCharsets.UTF_8).readLines();
  }

  public long bytesIn(File folder) {
    return FileUtils.sizeOfDirectory(folder);
  }

  public JsonNode onix(File file) throws IOException {
    return json.readTree(file);
  }

  public Map<String, Object> profile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Yaml().load(in);
    }
  }

  public byte[] header(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return IOUtils.readFully(in, length);
    }
  }

  // miss: said cpu: the text in memory has eight lines
  public static int lineCount(String text) {
    int lines = 0;
    try (LineIterator iterator = IOUtils.lineIterator(new StringReader(text))) {
      while (iterator.hasNext()) {
        iterator.next();
        lines++;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }
}
