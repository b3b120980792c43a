package io.bandstand.drive;

import io.bandstand.artist.Artist;
import io.bandstand.domain.Customer;
import io.bandstand.domain.Money;
import io.bandstand.domain.Order;
import io.bandstand.domain.Seat;
import io.bandstand.domain.Show;
import io.bandstand.domain.Ticket;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Made-up data of realistic sizes. */
final class Data {

  private static final String[] WORDS = {
    "night",
    "river",
    "golden",
    "echo",
    "the",
    "and",
    "summer",
    "stage",
    "velvet",
    "brass",
    "of",
    "thunder",
    "silver",
    "parade",
    "lantern",
    "harbour",
    "city",
    "dance",
    "with",
    "midnight",
    "orchestra",
    "quartet",
    "festival",
    "garden",
    "session",
    "unplugged",
    "winter",
    "jazz",
    "blue"
  };
  static final String[] STAGES = {"main", "tent", "cellar", "lake", "church", "yard"};
  private static final Random RANDOM = new Random(5);

  private Data() {}

  static String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : i % 17 == 0 ? ". " : " ")
          .append(WORDS[RANDOM.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  static String name(int i) {
    return Character.toUpperCase(WORDS[i % 29].charAt(0))
        + WORDS[i % 29].substring(1)
        + " "
        + Character.toUpperCase(WORDS[i * 7 % 29].charAt(0))
        + WORDS[i * 7 % 29].substring(1)
        + "son"
        + i % 83;
  }

  static List<Customer> customers(int count) {
    List<Customer> all = new ArrayList<>();
    String[] languages = {"en", "de", "fr", "nl"};
    for (int i = 1; i <= count; i++) {
      all.add(
          new Customer(
              i, name(i), "user" + i + "@example.org", "10" + (100 + i % 899), languages[i % 4]));
    }
    return all;
  }

  static List<Show> shows(int count) {
    List<Show> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> artists = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        artists.add(name(RANDOM.nextInt(400)));
      }
      all.add(
          new Show(
              i + 1,
              words(4),
              STAGES[i % 6],
              LocalDateTime.of(2026, 5, 1, 12, 0).plusDays(i / 12).plusMinutes(90L * (i % 12 / 2)),
              Duration.ofMinutes(60 + i % 3 * 15),
              new Money(3_500 + i % 40 * 100, "EUR"),
              artists));
    }
    return all;
  }

  static List<Order> orders(int count) {
    List<Order> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Order.Builder order =
          Order.builder(i + 1)
              .customer(1 + RANDOM.nextInt(5_000))
              .show(1 + i % 60)
              .placed(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(i * 613L))
              .status(Order.Status.PAID)
              .card("4111xxxx");
      for (int k = 0; k < 3; k++) {
        order.line(new Seat("B", i % 40, k + i % 30, Seat.Tier.FLOOR), new Money(4_500, "EUR"));
      }
      all.add(order.build());
    }
    return all;
  }

  static List<Ticket> tickets(int count) {
    List<Ticket> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Ticket(
              "BS" + (10_000_000 + i),
              "Midnight & Brass Orchestra",
              "main",
              LocalDateTime.of(2026, 7, 4, 20, 30),
              new Seat("C", i / 20, i % 20, Seat.Tier.TRIBUNE),
              name(i)));
    }
    return all;
  }

  static List<Artist> artists(int from, int count) {
    List<Artist> all = new ArrayList<>();
    String[] countries = {"DE", "FR", "US", "ML", "IS"};
    for (int i = from; i < from + count; i++) {
      all.add(
          new Artist(
              i,
              (i % 5 == 0 ? "The " : "") + name(i),
              countries[i % 5],
              List.of(i % 2 == 0 ? "jazz" : "folk", "live"),
              RANDOM.nextInt(90_000)));
    }
    return all;
  }

  static BufferedImage poster() {
    BufferedImage image = new BufferedImage(900, 1_200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 900, 1_200, Color.BLUE));
    pen.fillRect(0, 0, 900, 1_200);
    for (int i = 0; i < 400; i++) {
      pen.setColor(new Color(RANDOM.nextInt(0xffffff)));
      pen.fillOval(RANDOM.nextInt(900), RANDOM.nextInt(1_200), 10 + RANDOM.nextInt(90), 40);
    }
    pen.setColor(Color.BLACK);
    pen.fillRoundRect(60, 150, 780, 120, 40, 40);
    pen.dispose();
    return image;
  }

  static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** A recording of some seconds. */
  static byte[] wave(int seconds) {
    int rate = 44_100;
    int samples = rate * seconds;
    ByteBuffer buffer = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put("RIFF".getBytes()).putInt(36 + samples * 2).put("WAVEfmt ".getBytes());
    buffer.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
    buffer.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(samples * 2);
    for (int i = 0; i < samples; i++) {
      double t = i / (double) rate;
      double loud = .5 + .5 * Math.sin(t);
      buffer.putShort(
          (short)
              (30_000 * loud * (.7 * Math.sin(2 * Math.PI * 440 * t) + .3 * RANDOM.nextDouble())));
    }
    return buffer.array();
  }

  static String guestCsv(int lines) {
    StringBuilder text = new StringBuilder("id;name;email;postcode;language\n");
    for (int i = 1; i <= lines; i++) {
      text.append(i)
          .append(";\"")
          .append(name(i))
          .append("\";Guest")
          .append(i)
          .append(i % 50 == 0 ? " at example.org;" : "@Example.org;")
          .append("10 ")
          .append(100 + i % 899)
          .append(";")
          .append(i % 3 == 0 ? "" : "de")
          .append('\n');
    }
    return text.toString();
  }

  static String lineupJson(int shows) {
    StringBuilder text = new StringBuilder("[");
    for (Show show : shows(shows)) {
      text.append(text.length() == 1 ? "" : ",\n")
          .append("{\"id\":")
          .append(show.id())
          .append(",\"title\":\"")
          .append(show.title())
          .append("\",\"stage\":\"")
          .append(show.stage())
          .append("\",\"starts\":\"")
          .append(show.starts())
          .append("\",\"minutes\":75,\"price\":\"35.50 EUR\",\"artists\":[\"")
          .append(String.join("\",\"", show.artists()))
          .append("\"]}");
    }
    return text.append("]").toString();
  }

  static String seatXml(int rows, int width) {
    StringBuilder text =
        new StringBuilder("<hall name=\"Dome\"><block name=\"C\" x=\"1\" y=\"2\">\n");
    for (int r = 1; r <= rows; r++) {
      text.append("<row number=\"").append(r).append("\">");
      for (int n = 1; n <= width; n++) {
        text.append("<seat number=\"").append(n).append("\" view=\"good\"/>");
      }
      text.append("</row>\n");
    }
    return text.append("</block></hall>").toString();
  }

  static String settlement(int lines) {
    StringBuilder text = new StringBuilder("# settlement\n");
    for (int i = 0; i < lines; i++) {
      text.append(
          String.format(
              "%-12s%s%10d%s%n", "BS-" + i, "202603" + (10 + i % 20), 4_500 + i % 7 * 100, "EUR"));
    }
    return text.toString();
  }

  static String html(int paragraphs) {
    StringBuilder text = new StringBuilder("<html><body><h3>About</h3>");
    for (int i = 0; i < paragraphs; i++) {
      text.append("<p onclick=\"x()\">")
          .append(words(40))
          .append(" <a href=\"http://example.org/")
          .append(i)
          .append("\">more</a> <b>")
          .append(words(3))
          .append("</b><script>alert(1)</script></p>");
    }
    return text.append("</body></html>").toString();
  }

  static String venueJson(int blocks) {
    StringBuilder text = new StringBuilder("{\"name\":\"Dome\",\"blocks\":[");
    for (int i = 0; i < blocks; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"name\":\"B")
          .append(i)
          .append("\",\"rows\":40,\"width\":50,\"tier\":\"TRIBUNE\",\"note\":\"")
          .append(words(60))
          .append("\",\"corners\":[[0,1],[2,3],[4,5],[6,7]]}");
    }
    return text.append("]}").toString();
  }
}
