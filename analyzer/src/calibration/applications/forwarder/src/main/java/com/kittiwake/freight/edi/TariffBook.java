package com.kittiwake.freight.edi;

import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.StringTokenizer;
import java.util.Vector;

/** Haulage tariffs by zone, as they came on diskettes. */
public class TariffBook {
  private final Hashtable zones = new Hashtable();

  public static class Entry {
    final String zone;
    final double from;
    final double price;

    Entry(String zone, double from, double price) {
      this.zone = zone;
      this.from = from;
      this.price = price;
    }

    public double getPrice() {
      return price;
    }

    public String toString() {
      return zone + ">" + from + "=" + price;
    }
  }

  private static class ByZoneAndWeight implements Comparator {
    public int compare(Object a, Object b) {
      Entry x = (Entry) a;
      Entry y = (Entry) b;
      int c = x.zone.compareTo(y.zone);
      return c != 0 ? c : Double.compare(x.from, y.from);
    }
  }

  /** Lines "zone;from kg;price". */
  public int addAll(String text) {
    StringTokenizer lines = new StringTokenizer(text, "\n");
    int n = 0;
    while (lines.hasMoreTokens()) {
      StringTokenizer cells = new StringTokenizer(lines.nextToken(), ";");
      String zone = cells.nextToken();
      Entry e =
          new Entry(
              zone, Double.parseDouble(cells.nextToken()), Double.parseDouble(cells.nextToken()));
      Vector v = (Vector) zones.get(zone);
      if (v == null) {
        v = new Vector();
        zones.put(zone, v);
      }
      v.addElement(e);
      n++;
    }
    return n;
  }

  public Entry lookup(String zone, double kg) {
    Vector v = (Vector) zones.get(zone);
    if (v == null) {
      return null;
    }
    Entry best = null;
    for (int i = 0; i < v.size(); i++) {
      Entry e = (Entry) v.elementAt(i);
      if (e.from <= kg && (best == null || e.from > best.from)) {
        best = e;
      }
    }
    return best;
  }

  public Vector sorted() {
    Vector all = new Vector();
    for (Enumeration e = zones.elements(); e.hasMoreElements(); ) {
      all.addAll((Vector) e.nextElement());
    }
    Collections.sort(all, new ByZoneAndWeight());
    return all;
  }
}
