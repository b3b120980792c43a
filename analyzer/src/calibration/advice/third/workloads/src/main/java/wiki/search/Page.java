package wiki.search;

import java.util.List;

/** A page of the wiki as the search engine wants it. */
public record Page(String id, String title, List<String> terms) {
  String line() {
    return "INDEX " + id + " " + title.replace(' ', '_') + " " + String.join(",", terms);
  }
}
