package com.kittiwake.freight.edi;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

/** Takes an interchange (D.96A) apart. */
public class EdifactReader {
  private char componentSep = ':';
  private char elementSep = '+';
  private char release = '?';
  private char terminator = '\'';

  private class Cursor {
    private final String text;
    private int pos;

    Cursor(String text) {
      this.text = text;
    }

    boolean more() {
      while (pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
        pos++;
      }
      return pos < text.length();
    }

    Segment next() {
      StringBuffer token = new StringBuffer();
      Segment segment = null;
      Vector parts = null;
      while (pos < text.length()) {
        char c = text.charAt(pos++);
        if (c == release && pos < text.length()) {
          token.append(text.charAt(pos++));
        } else if (c == componentSep) {
          if (parts == null) {
            parts = new Vector();
          }
          parts.addElement(token.toString());
          token.setLength(0);
        } else if (c == elementSep || c == terminator) {
          if (segment == null) {
            segment = new Segment(token.toString());
          } else if (parts != null) {
            parts.addElement(token.toString());
            segment.add(parts);
            parts = null;
          } else {
            segment.add(token.toString());
          }
          token.setLength(0);
          if (c == terminator) {
            return segment;
          }
        } else {
          token.append(c);
        }
      }
      return segment;
    }
  }

  public Vector parse(String interchange) {
    String text = interchange;
    if (text.startsWith("UNA")) {
      componentSep = text.charAt(3);
      elementSep = text.charAt(4);
      release = text.charAt(6);
      terminator = text.charAt(8);
      text = text.substring(9);
    }
    Vector out = new Vector();
    Cursor cursor = new Cursor(text);
    while (cursor.more()) {
      out.addElement(cursor.next());
    }
    return out;
  }

  /** How many segments there are of each tag. */
  public Hashtable countTags(Vector segments) {
    Hashtable counts = new Hashtable();
    for (Enumeration e = segments.elements(); e.hasMoreElements(); ) {
      Segment s = (Segment) e.nextElement();
      Integer n = (Integer) counts.get(s.getTag());
      counts.put(s.getTag(), Integer.valueOf(n == null ? 1 : n.intValue() + 1));
    }
    return counts;
  }

  public String controlReference(Vector segments) {
    Segment head = (Segment) segments.firstElement();
    return head.getTag().equals("UNB") ? head.element(4, 0) : null;
  }
}
