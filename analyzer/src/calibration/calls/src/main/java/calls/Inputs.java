package calls;

import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** What calls are given: texts, bytes and orders of usual sizes. */
public final class Inputs {

  static final Random r = new Random(2);
  static final String w40 = words(40);
  static final String w6k = words(6000);
  static final String w64k = words(65536);
  static final com.fasterxml.jackson.databind.ObjectMapper m =
      new com.fasterxml.jackson.databind.ObjectMapper();
  static final Order o1 = new Order(0);
  static final Order o10 = new Order(10);
  static final List<Order> l1000 = Stream.generate(() -> new Order(0)).limit(1000).toList();
  static final byte[] k4 = new byte[4096];
  static final byte[] k32 = new byte[32768];

  private Inputs() {}

  public static class Line implements Serializable {
    public String sku = "AB-123";
    public int quantity = 3;
    public double price = 12.5;

    public String getSku() {
      return sku;
    }

    public int getQuantity() {
      return quantity;
    }

    public double getPrice() {
      return price;
    }
  }

  public static class Order implements Serializable {
    public long id = 4711;
    public String customer = "Jane Doe";
    public String city = "Springfield";
    public List<Line> lines = new ArrayList<>();

    public Order() {}

    Order(int n) {
      for (int i = 0; i < n; i++) lines.add(new Line());
    }

    public long getId() {
      return id;
    }

    public List<Line> getLines() {
      return lines;
    }

    public String getCustomer() {
      return customer;
    }
  }

  @jakarta.xml.bind.annotation.XmlRootElement
  public static class X {
    public long id = 3;
    public String name = "abc";
    public List<String> tags =
        new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
  }

  static String words(int chars) {
    StringBuilder s = new StringBuilder();
    Random r = new Random(1);
    while (s.length() < chars) {
      int n = 2 + r.nextInt(8);
      for (int i = 0; i < n; i++) s.append((char) ('a' + r.nextInt(26)));
      s.append(r.nextInt(9) == 0 ? "\n" : " ");
    }
    return s.substring(0, chars);
  }
}
