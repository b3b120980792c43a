package logs.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts log lines into the categories of the operations desk. */
public final class LogClassifier {
  private static final String[] CATEGORIES = {
    "timeout", "login", "payment", "stack", "address", "other"
  };

  private final Matcher timeout = matcher("(?i)time(d)?[ -]?out after (\\d+) ?ms");
  private final Matcher login =
      matcher("user '([\\w.]+)' (logged in|failed to log in) from (\\S+)");
  private final Matcher payment = matcher("(payment|refund) of ([0-9]+\\.[0-9]{2}) (EUR|USD|GBP)");
  private final Matcher stack =
      matcher("^\\s+at ([\\w$]+\\.)+[\\w$<>]+\\(([\\w]+\\.java:\\d+|Native Method)\\)");
  private final Matcher address = matcher("\\b(?:\\d{1,3}\\.){3}\\d{1,3}:\\d+\\b");

  private static Matcher matcher(String pattern) {
    return Pattern.compile(pattern).matcher("");
  }

  /** Returns the category of each line, in order. */
  public List<String> classify(List<String> lines) {
    List<String> categories = new ArrayList<>(lines.size());
    for (String line : lines) {
      categories.add(category(line));
    }
    return categories;
  }

  public String category(String line) {
    if (timeout.reset(line).find()) {
      return CATEGORIES[0];
    }
    if (login.reset(line).find()) {
      return CATEGORIES[1] + ":" + login.group(1);
    }
    if (payment.reset(line).find()) {
      return CATEGORIES[2] + ":" + payment.group(3);
    }
    if (stack.reset(line).find()) {
      return CATEGORIES[3];
    }
    return address.reset(line).find() ? CATEGORIES[4] : CATEGORIES[5];
  }
}
