package org.sandpiper.lab.hl7;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

public class Hl7Message {
  private final List segments = new ArrayList();

  public void add(Hl7Segment s) {
    segments.add(s);
  }

  public Hl7Segment first(String name) {
    for (Iterator it = segments.iterator(); it.hasNext(); ) {
      Hl7Segment s = (Hl7Segment) it.next();
      if (s.getName().equals(name)) return s;
    }
    return null;
  }

  public List all(String name) {
    List found = new ArrayList();
    for (Iterator it = segments.iterator(); it.hasNext(); ) {
      Hl7Segment s = (Hl7Segment) it.next();
      if (s.getName().equals(name)) found.add(s);
    }
    return found;
  }

  public List getSegments() {
    return segments;
  }

  public String type() {
    Hl7Segment msh = first("MSH");
    return msh == null ? "" : msh.get(9, 1) + "^" + msh.get(9, 2);
  }

  public String controlId() {
    Hl7Segment msh = first("MSH");
    return msh == null ? "" : msh.get(10, 1);
  }

  public String encode() {
    StringBuffer b = new StringBuffer();
    for (int i = 0; i < segments.size(); i++) ((Hl7Segment) segments.get(i)).appendTo(b);
    return b.toString();
  }
}
