package com.pawlane.clinic.model;

import java.time.Duration;
import java.time.LocalDateTime;

public record Appointment(
    long id, long animalId, String room, LocalDateTime start, Duration length, String reason) {

  public LocalDateTime end() {
    return start.plus(length);
  }

  public boolean overlaps(Appointment other) {
    return room.equals(other.room) && start.isBefore(other.end()) && other.start.isBefore(end());
  }
}
