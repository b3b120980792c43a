package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Appointment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** iCalendar of a day. */
public class CalendarFeed {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  public String of(List<Appointment> appointments) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      out.println("BEGIN:VCALENDAR");
      appointments.forEach(a -> event(out, a));
      out.println("END:VCALENDAR");
    }
    return text.toString();
  }

  private void event(PrintWriter out, Appointment a) {
    out.println("BEGIN:VEVENT");
    out.println("DTSTART:" + STAMP.format(a.start()));
    out.println("DTEND:" + STAMP.format(a.end()));
    out.println("SUMMARY:" + a.reason());
    out.println("END:VEVENT");
  }
}
