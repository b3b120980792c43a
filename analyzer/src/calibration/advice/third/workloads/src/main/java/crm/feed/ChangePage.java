package crm.feed;

import java.util.ArrayList;
import java.util.List;

/** A page of changes and the cursor of the next. */
public record ChangePage(List<String> changes, String next) {
  static ChangePage parse(String line) {
    String[] fields = line.split(";", -1);
    List<String> changes = new ArrayList<>();
    for (int i = 1; i < fields.length; i++) {
      changes.add(fields[i]);
    }
    return new ChangePage(changes, fields[0].isEmpty() ? null : fields[0]);
  }
}
