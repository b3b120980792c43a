package com.pawlane.clinic.service;

import com.pawlane.clinic.imports.AnimalCsv;
import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.persistence.AnimalRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes over the animals of a shelter. */
public class Intake {
  private final AnimalCsv csv;
  private final AnimalRepository animals;

  public Intake(AnimalCsv csv, AnimalRepository animals) {
    this.csv = csv;
    this.animals = animals;
  }

  public int takeOver(Path list) throws IOException {
    List<Animal> read = csv.read(list);
    animals.saveAll(read);
    return read.size();
  }

  public Map<String, Long> preview(String text) {
    return csv.parse(text).stream()
        .collect(Collectors.groupingBy(a -> a.species().name(), Collectors.counting()));
  }
}
