package dev.concur.calibration.press;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Jobs that run at night. */
public class Mill {

  private static final Pattern MARKUP = Pattern.compile("<[^>]+>");

  /** Reads a file and computes over it: both matter. */
  // miss: said mixed: the file is large, which its name does not tell
  public String digest(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    byte[] content = Files.readAllBytes(file);
    for (int round = 0; round < 3; round++) {
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public String plain(String html) {
    return MARKUP.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
  }

  public byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(content);
    deflater.finish();
    byte[] out = new byte[content.length + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, length);
  }

  public byte[] inflate(byte[] packed, int size) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] out = new byte[size];
    inflater.inflate(out);
    inflater.end();
    return out;
  }

  public long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  public boolean probablyPrime(BigInteger number) {
    return number.isProbablePrime(20);
  }

  public BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
    return base.modPow(exponent, modulus);
  }

  public List<String> titles(Connection connection) throws SQLException {
    List<String> titles = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select title from article order by title")) {
      while (rows.next()) {
        titles.add(rows.getString(1).toUpperCase(Locale.ROOT));
      }
    }
    return titles;
  }

  public int store(Connection connection, List<String> titles) throws SQLException {
    int changed = 0;
    for (String title : titles) {
      try (Statement statement = connection.createStatement()) {
        changed += statement.executeUpdate("insert into article values ('" + title + "')");
      }
    }
    return changed;
  }

  public int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  public String json(Map<String, Object> values) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      out.append(out.length() > 1 ? "," : "");
      out.append('"').append(entry.getKey()).append("\":");
      write(entry.getValue(), out);
    }
    return out.append('}').toString();
  }

  private void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      map.forEach(
          (key, inner) -> {
            out.append('"').append(key).append("\":");
            write(inner, out);
          });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      list.forEach(inner -> write(inner, out));
      out.append(']');
    } else {
      out.append('"').append(value).append('"');
    }
  }

  public double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  public double integral(int steps) {
    double sum = 0;
    double width = 1.0 / steps;
    for (int i = 0; i < steps; i++) {
      double x = (i + 0.5) * width;
      sum += Math.sqrt(1 - x * x) * width;
    }
    return 4 * sum;
  }

  public LocalDate day(String text) {
    return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
  }

  public String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public int[] sorted(int[] numbers) {
    int[] copy = numbers.clone();
    java.util.Arrays.sort(copy);
    return copy;
  }

  public int position(int[] sorted, int wanted) {
    return java.util.Arrays.binarySearch(sorted, wanted);
  }

  /** Greets on the console and reads what was typed. */
  public int choice() throws IOException {
    System.out.print("");
    return System.in.read();
  }
}
