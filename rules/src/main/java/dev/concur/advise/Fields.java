package dev.concur.advise;

import java.util.List;
import java.util.stream.Collectors;

/** Names of fields in a sentence. */
final class Fields {

  // More than these are counted.
  private static final int MOST_NAMES = 3;

  private Fields() {}

  static String names(List<String> fields) {
    String first =
        fields.stream()
            .sorted()
            .limit(MOST_NAMES)
            .map(Fields::simple)
            .collect(Collectors.joining(", "));
    int more = fields.size() - MOST_NAMES;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** {@code a.b.C.field} as {@code C.field}, {@code a.b.C} as {@code C}. */
  static String simple(String qualified) {
    return qualified.replaceAll("^([a-z_][\\w]*\\.)+(?=[A-Z])", "");
  }
}
