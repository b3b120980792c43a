package dev.concur.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a rule, taken apart.
 *
 * @param title the first heading
 * @param sections text below each second-level heading, in order
 */
public record Page(String title, Map<String, String> sections) {

  /** The headings that every page has, in this order. */
  public static final List<String> HEADINGS =
      List.of(
          "Problem",
          "Why",
          "Fix",
          "When to leave it alone",
          "JDK differences",
          "Threshold",
          "Example");

  public Page {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** Takes the page of a rule apart. */
  public static Page of(Rule rule) {
    return parse(rule.page());
  }

  /** The first sentence of a section, or nothing when there is no such section. */
  public String firstSentence(String heading) {
    String text = sections.getOrDefault(heading, "").replaceAll("\\s+", " ").strip();
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  static Page parse(String markdown) {
    String title = "";
    String heading = "";
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2).strip();
      } else if (line.startsWith("## ")) {
        heading = line.substring(3).strip();
        sections.put(heading, new ArrayList<>());
      } else if (!heading.isEmpty()) {
        sections.getOrDefault(heading, new ArrayList<>()).add(line);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((name, lines) -> texts.put(name, String.join("\n", lines).strip()));
    return new Page(title, texts);
  }
}
