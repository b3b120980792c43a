package com.pawlane.clinic.util;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

/** Small readers of what vets type into the note field. */
public final class Notes {
  private Notes() {}

  public static String headline(String note) {
    try (BufferedReader reader = new BufferedReader(new StringReader(note))) {
      String line;
      while ((line = reader.readLine()) != null) {
        if (!line.isBlank()) {
          return line.strip();
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, String> fields(String note) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (Scanner scanner = new Scanner(note)) {
      while (scanner.hasNextLine()) {
        String line = scanner.nextLine();
        int colon = line.indexOf(':');
        if (colon > 0) {
          fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
    }
    return fields;
  }
}
