package org.sandpiper.lab.hl7;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment (line) of a HL7 v2 message.
 *
 * @author heiko
 * @since 1.0
 */
public class Hl7Segment {
  private final String name;
  private final List fields = new ArrayList();

  public Hl7Segment(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  void addField(String[][] repetitions) {
    fields.add(repetitions);
  }

  /** Field, first repetition, given component; both numbers count from one. */
  public String get(int field, int component) {
    return get(field, 1, component);
  }

  public String get(int field, int repetition, int component) {
    if (field > fields.size()) return "";
    String[][] reps = (String[][]) fields.get(field - 1);
    if (repetition > reps.length || component > reps[repetition - 1].length) return "";
    return reps[repetition - 1][component - 1];
  }

  public Hl7Segment set(int field, String value) {
    while (fields.size() < field) fields.add(new String[][] {{""}});
    fields.set(field - 1, new String[][] {{value}});
    return this;
  }

  public int size() {
    return fields.size();
  }

  void appendTo(StringBuffer out) {
    out.append(name);
    int from = 0;
    if (name.equals("MSH")) {
      out.append("|^~\\&");
      from = 2;
    }
    for (int i = from; i < fields.size(); i++) {
      out.append('|');
      String[][] reps = (String[][]) fields.get(i);
      for (int r = 0; r < reps.length; r++) {
        if (r > 0) out.append('~');
        for (int c = 0; c < reps[r].length; c++) {
          if (c > 0) out.append('^');
          out.append(Hl7Parser.escape(reps[r][c]));
        }
      }
    }
    out.append('\r');
  }
}
