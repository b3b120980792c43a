package com.kittiwake.freight.edi;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Enumeration;
import java.util.Vector;

public class EdifactWriter {
  private final Writer out;
  private int segments;

  public EdifactWriter(Writer out) {
    this.out = out;
  }

  public void write(Segment s) throws IOException {
    out.write(s.getTag());
    for (int i = 0; i < s.size(); i++) {
      out.write('+');
      Object e = s.raw(i);
      if (e instanceof Vector) {
        boolean first = true;
        for (Enumeration parts = ((Vector) e).elements(); parts.hasMoreElements(); ) {
          if (!first) {
            out.write(':');
          }
          out.write(escape((String) parts.nextElement()));
          first = false;
        }
      } else {
        out.write(escape((String) e));
      }
    }
    out.write("'\n");
    segments++;
  }

  static String escape(String s) {
    StringBuffer b = new StringBuffer(s.length() + 4);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '+' || c == ':' || c == '\'' || c == '?') {
        b.append('?');
      }
      b.append(c);
    }
    return b.toString();
  }

  public int getSegments() {
    return segments;
  }

  /** The whole interchange as text. */
  public static String asText(Vector segments) {
    StringWriter text = new StringWriter();
    EdifactWriter writer = new EdifactWriter(text);
    try {
      for (int i = 0; i < segments.size(); i++) {
        writer.write((Segment) segments.elementAt(i));
      }
      text.close();
    } catch (IOException e) {
      throw new RuntimeException(e.getMessage());
    }
    return text.toString();
  }
}
