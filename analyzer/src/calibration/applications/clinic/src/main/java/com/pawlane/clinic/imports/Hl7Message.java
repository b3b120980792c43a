package com.pawlane.clinic.imports;

import com.pawlane.clinic.model.LabResult;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The pipe-and-hat format of older analysers. */
public final class Hl7Message {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final Pattern PIPE = Pattern.compile("\\|");
  private final List<String[]> segments = new ArrayList<>();

  private Hl7Message() {}

  public static Hl7Message parse(String text) {
    Hl7Message message = new Hl7Message();
    for (String line : text.split("[\\r\\n]+")) {
      message.segments.add(PIPE.split(line, -1));
    }
    return message;
  }

  public static List<LabResult> parseBatch(String text) {
    List<LabResult> results = new ArrayList<>();
    for (String one : text.split("(?m)^(?=MSH\\|)")) {
      if (!one.isBlank()) {
        results.add(parse(one).toResult());
      }
    }
    return results;
  }

  public LabResult toResult() {
    Map<String, Double> values = new LinkedHashMap<>();
    String order = "";
    long animal = 0;
    LocalDateTime taken = LocalDateTime.MIN;
    for (String[] s : segments) {
      switch (s[0]) {
        case "PID" -> animal = Long.parseLong(s[3]);
        case "OBR" -> {
          order = s[2];
          taken = LocalDateTime.parse(s[7], STAMP);
        }
        case "OBX" -> values.put(s[3].split("\\^")[0], Double.valueOf(s[5]));
        default -> {}
      }
    }
    return new LabResult(order, animal, taken.toInstant(ZoneOffset.UTC), values);
  }

  public String field(String segment, int index) {
    return segments.stream()
        .filter(s -> s[0].equals(segment) && s.length > index)
        .map(s -> s[index])
        .findFirst()
        .orElse("");
  }
}
