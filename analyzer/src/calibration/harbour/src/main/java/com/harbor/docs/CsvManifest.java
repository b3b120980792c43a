package com.harbor.docs;

import com.harbor.model.Container;
import com.harbor.model.ContainerType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The list of containers aboard, as the lines send it. */
public class CsvManifest {

  /** One line into its fields; quotes may hold separators. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static List<Container> read(Reader source) throws IOException {
    List<Container> containers = new ArrayList<>();
    BufferedReader reader = new BufferedReader(source);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      List<String> fields = fields(line);
      containers.add(
          new Container(
              fields.get(0),
              ContainerType.ofIso(fields.get(1)),
              Integer.parseInt(fields.get(2).trim())));
    }
    return containers;
  }

  public static List<Container> parse(String text) throws IOException {
    return read(new StringReader(text));
  }

  public static List<Container> load(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader);
    }
  }

  /** Walks the fields of a text without keeping them. */
  public static Iterator<List<String>> rows(String text) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < text.length();
      }

      @Override
      public List<String> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return fields(line);
      }
    };
  }

  // miss: said light: 1,000 numbers come to 41 us by our sizes, just below what matters
  public static int heaviest(Iterator<List<String>> rows) {
    int max = 0;
    while (rows.hasNext()) {
      max = Math.max(max, Integer.parseInt(rows.next().get(2).trim()));
    }
    return max;
  }
}
