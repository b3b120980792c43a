package sms.gateway;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Reminds of the appointments of tomorrow. */
public class ReminderJob {
  /** An appointment to remind of. */
  public record Appointment(String number, String name, LocalDateTime at) {}

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private final SmsClient client;

  public ReminderJob(SmsClient client) {
    this.client = client;
  }

  public int remind(List<Appointment> appointments) throws InterruptedException {
    int sent = 0;
    for (Appointment appointment : appointments) {
      if (remindOf(appointment)) {
        sent++;
      }
    }
    return sent;
  }

  public boolean remindOf(Appointment appointment) throws InterruptedException {
    String text =
        "Dear " + appointment.name() + ", see you tomorrow at " + TIME.format(appointment.at());
    return client.send(appointment.number(), text);
  }
}
