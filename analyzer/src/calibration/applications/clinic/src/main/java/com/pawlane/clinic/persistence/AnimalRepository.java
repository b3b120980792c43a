package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Animal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public interface AnimalRepository {
  Optional<Animal> findById(long id);

  Optional<Animal> findByChip(String chip);

  List<Animal> ofOwner(long ownerId);

  void save(Animal animal);

  void saveAll(List<Animal> animals);

  void forEach(Consumer<? super Animal> action);
}
