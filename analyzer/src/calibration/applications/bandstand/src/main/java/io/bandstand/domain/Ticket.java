package io.bandstand.domain;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is printed and scanned. */
public record Ticket(
    String number, String title, String stage, LocalDateTime starts, Seat seat, String holder) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm");

  public String code() {
    return "BS1:" + number + ":" + seat.label();
  }

  /** For templates. */
  public Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("number", number);
    model.put("title", title);
    model.put("stage", stage);
    model.put("when", DAY.format(starts));
    model.put("seat", seat.label());
    model.put("holder", holder);
    return model;
  }
}
