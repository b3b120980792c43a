package com.kittiwake.freight.edi;

import java.io.Serializable;
import java.util.Vector;

public class Segment implements Serializable {
  private static final long serialVersionUID = 3L;
  private final String tag;
  private final Vector elements = new Vector();

  public Segment(String tag) {
    this.tag = tag;
  }

  public String getTag() {
    return tag;
  }

  public Segment add(Object element) {
    elements.addElement(element);
    return this;
  }

  public int size() {
    return elements.size();
  }

  /** The component of an element, both counted from 0; null if there is none. */
  public String element(int index, int component) {
    if (index >= elements.size()) {
      return null;
    }
    Object e = elements.elementAt(index);
    if (e instanceof Vector) {
      Vector parts = (Vector) e;
      return component < parts.size() ? (String) parts.elementAt(component) : null;
    }
    return component == 0 ? (String) e : null;
  }

  public Object raw(int index) {
    return elements.elementAt(index);
  }
}
