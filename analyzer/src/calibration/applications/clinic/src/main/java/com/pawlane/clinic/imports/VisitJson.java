package com.pawlane.clinic.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pawlane.clinic.model.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

public class VisitJson {
  private final ObjectMapper mapper;

  public VisitJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public List<Visit> read(byte[] json) throws IOException {
    return mapper.readValue(json, new TypeReference<>() {});
  }

  public Optional<Visit> first(byte[] json) throws IOException {
    try (InputStream in = new ByteArrayInputStream(json);
        MappingIterator<Visit> visits = mapper.readerFor(Visit.class).readValues(in)) {
      return visits.hasNext() ? Optional.of(visits.next()) : Optional.empty();
    }
  }

  public byte[] write(List<Visit> visits) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mapper.writerWithDefaultPrettyPrinter().writeValue(out, visits);
    return out.toByteArray();
  }

  public String one(Visit visit) throws IOException {
    return mapper.writeValueAsString(visit);
  }

  public List<Visit> load(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }
}
