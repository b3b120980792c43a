package com.pawlane.clinic.schedule;

import com.pawlane.clinic.model.Appointment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class SlotFinder {
  private static final Duration STEP = Duration.ofMinutes(15);

  /** Endless and lazy. */
  public Stream<LocalDateTime> slots(LocalDateTime from) {
    return Stream.iterate(from, slot -> slot.plus(STEP))
        .filter(s -> s.getHour() >= 8 && s.getHour() < 18);
  }

  public Optional<LocalDateTime> firstFree(
      List<Appointment> taken, String room, LocalDateTime from, Duration length) {
    return slots(from)
        .limit(2000)
        .filter(
            slot -> {
              Appointment candidate = new Appointment(0, 0, room, slot, length, "");
              return taken.stream().noneMatch(candidate::overlaps);
            })
        .findFirst();
  }
}
