package dev.concur.calibration.shop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What the boss wants to see. */
public class Reports {

  private final ProductTable products;

  public Reports(ProductTable products) {
    this.products = products;
  }

  public byte[] chart(int[] values) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.GREEN);
    for (int i = 0; i < values.length; i++) {
      graphics.fillRect(i * 4, 480 - values[i], 3, values[i]);
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  public int[][] grey(int[][] pixels) {
    int[][] result = new int[pixels.length][];
    for (int y = 0; y < pixels.length; y++) {
      result[y] = new int[pixels[y].length];
      for (int x = 0; x < pixels[y].length; x++) {
        int rgb = pixels[y][x];
        int grey = ((rgb >> 16 & 255) * 30 + (rgb >> 8 & 255) * 59 + (rgb & 255) * 11) / 100;
        result[y][x] = grey << 16 | grey << 8 | grey;
      }
    }
    return result;
  }

  /** Reads a log and computes over it. */
  public Map<String, Long> errors(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("ERROR"))
          .map(line -> line.substring(0, 10))
          .collect(Collectors.groupingBy(day -> day, TreeMap::new, Collectors.counting()));
    }
  }

  public String html(List<Order> orders) {
    StringBuilder page = new StringBuilder("<table>");
    for (Order order : orders) {
      page.append("<tr><td>").append(order.id()).append("</td><td>");
      page.append(escape(order.customer())).append("</td></tr>");
    }
    return page.append("</table>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public List<String> topCustomers(List<Order> orders, int many) {
    return orders.stream()
        .sorted(Comparator.comparing(Order::total).reversed())
        .limit(many)
        .map(Order::customer)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  public String bargains(java.math.BigDecimal limit) throws java.sql.SQLException {
    return String.join(", ", products.skusBelow(limit));
  }

  public Stream<Order> large(List<Order> orders) {
    return orders.stream().filter(order -> order.lines().size() > 3);
  }

  public long countLarge(List<Order> orders) {
    return large(orders).count();
  }
}
