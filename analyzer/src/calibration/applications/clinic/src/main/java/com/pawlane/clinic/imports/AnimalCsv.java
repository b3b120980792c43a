package com.pawlane.clinic.imports;

import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.model.Species;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lists of animals from shelters. */
public class AnimalCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();

  public List<Animal> parse(String text) {
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      return animals(parser).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Animal> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      return animals(parser).toList();
    }
  }

  private Stream<Animal> animals(CSVParser parser) {
    return StreamSupport.stream(parser.spliterator(), false).map(AnimalCsv::animal);
  }

  static Animal animal(CSVRecord row) {
    return new Animal(
        Long.parseLong(row.get("id")),
        row.get("name"),
        Species.fromCode(row.get("species")),
        LocalDate.parse(row.get("born")),
        Double.parseDouble(row.get("weight")),
        row.get("chip"),
        Long.parseLong(row.get("owner")));
  }
}
