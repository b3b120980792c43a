package com.pawlane.clinic.model;

/** What happens in a clinic and is told to the others. */
public sealed interface ClinicEvent {
  long animalId();

  record Booked(long animalId, String room) implements ClinicEvent {}

  record LabArrived(long animalId, String order) implements ClinicEvent {}

  record Paid(long animalId, Money amount) implements ClinicEvent {}
}
