package org.sandpiper.lab.hl7;

import java.util.ArrayList;
import java.util.List;

/** Parser for the messages of the ward system. Knows only the default delimiters. */
public class Hl7Parser {

  public Hl7Message parse(String text) {
    Hl7Message m = new Hl7Message();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf('\r', from);
      if (to < 0) to = text.length();
      if (to > from) m.add(segment(text.substring(from, to)));
      from = to + 1;
    }
    return m;
  }

  private Hl7Segment segment(String line) {
    String[] f = split(line, '|');
    Hl7Segment s = new Hl7Segment(f[0]);
    boolean header = "MSH".equals(f[0]);
    if (header) s.addField(new String[][] {{"|"}});
    for (int i = 1; i < f.length; i++) {
      if (header && i == 1) {
        s.addField(new String[][] {{f[i]}});
        continue;
      }
      String[] reps = split(f[i], '~');
      String[][] parts = new String[reps.length][];
      for (int r = 0; r < reps.length; r++) {
        parts[r] = split(reps[r], '^');
        for (int c = 0; c < parts[r].length; c++) parts[r][c] = unescape(parts[r][c]);
      }
      s.addField(parts);
    }
    return s;
  }

  static String[] split(String s, char by) {
    List out = new ArrayList();
    int from = 0;
    for (int to = s.indexOf(by); to >= 0; to = s.indexOf(by, from)) {
      out.add(s.substring(from, to));
      from = to + 1;
    }
    out.add(s.substring(from));
    return (String[]) out.toArray(new String[out.size()]);
  }

  static String unescape(String s) {
    if (s.indexOf('\\') < 0) return s;
    StringBuffer b = new StringBuffer();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '\\' && i + 2 < s.length() && s.charAt(i + 2) == '\\') {
        switch (s.charAt(i + 1)) {
          case 'F':
            b.append('|');
            break;
          case 'S':
            b.append('^');
            break;
          case 'R':
            b.append('~');
            break;
          case 'T':
            b.append('&');
            break;
          case 'E':
            b.append('\\');
            break;
          default:
            break;
        }
        i += 2;
      } else {
        b.append(c);
      }
    }
    return b.toString();
  }

  static String escape(String s) {
    StringBuffer b = null;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      String e =
          c == '|' ? "\\F\\" : c == '^' ? "\\S\\" : c == '~' ? "\\R\\" : c == '\\' ? "\\E\\" : null;
      if (e != null && b == null) b = new StringBuffer(s.substring(0, i));
      if (b != null) {
        if (e != null) b.append(e);
        else b.append(c);
      }
    }
    return b == null ? s : b.toString();
  }
}
