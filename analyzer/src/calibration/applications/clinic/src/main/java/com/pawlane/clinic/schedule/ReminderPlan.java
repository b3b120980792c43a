package com.pawlane.clinic.schedule;

import com.pawlane.clinic.model.Appointment;
import com.pawlane.clinic.partners.Notifier;
import com.pawlane.clinic.persistence.AppointmentStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells owners the day before. */
public class ReminderPlan {
  private static final Logger log = LoggerFactory.getLogger(ReminderPlan.class);
  private final AppointmentStore appointments;
  private final Notifier notifier;
  private final ScheduledExecutorService timer;

  public ReminderPlan(
      AppointmentStore appointments, Notifier notifier, ScheduledExecutorService timer) {
    this.appointments = appointments;
    this.notifier = notifier;
    this.timer = timer;
  }

  public ScheduledFuture<?> everyMorning(LocalDate day) {
    return timer.scheduleAtFixedRate(() -> remind(day), 24, 24, TimeUnit.HOURS);
  }

  public int remind(LocalDate day) {
    List<Long> told = new ArrayList<>();
    for (Appointment appointment : appointments.on(day)) {
      try {
        notifier.tell("owner-of-" + appointment.animalId() + "@example.org", text(appointment));
        told.add(appointment.id());
      } catch (IOException e) {
        log.warn("no reminder for {}", appointment.id(), e);
      }
    }
    appointments.markReminded(told);
    return told.size();
  }

  static String text(Appointment appointment) {
    return "See you on "
        + appointment.start().toLocalDate()
        + " at "
        + appointment.start().toLocalTime()
        + ", room "
        + appointment.room()
        + ".";
  }
}
