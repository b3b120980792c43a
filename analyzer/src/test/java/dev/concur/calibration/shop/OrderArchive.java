package dev.concur.calibration.shop;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Keeps orders in files, and in memory in the same formats. */
public class OrderArchive {

  private final Path folder;

  public OrderArchive(Path folder) {
    this.folder = folder;
  }

  public List<String> customers(String file) throws IOException {
    List<String> result = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(folder.resolve(file))) {
      String line = reader.readLine();
      while (line != null) {
        result.add(line.substring(0, line.indexOf(';')));
        line = reader.readLine();
      }
    }
    return result;
  }

  public void append(Order order) throws IOException {
    String line = order.id() + ";" + order.customer() + ";" + order.day() + "\n";
    Files.writeString(
        folder.resolve("orders.csv"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public void rewrite(String file, List<Order> orders) throws IOException {
    try (PrintWriter out =
        new PrintWriter(new BufferedWriter(Files.newBufferedWriter(folder.resolve(file))))) {
      for (Order order : orders) {
        out.println(order.id() + ";" + order.customer());
      }
    }
  }

  public Properties settings() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = new FileInputStream(folder.resolve("shop.properties").toFile())) {
      properties.load(in);
    }
    return properties;
  }

  /** The same, from text. */
  public static Properties settingsIn(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties;
  }

  public byte[] header(String file) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(folder.resolve(file).toFile(), "r")) {
      byte[] header = new byte[32];
      access.seek(64);
      access.readFully(header);
      return header;
    }
  }

  public void persist(List<Order> orders) throws IOException {
    try (FileOutputStream file = new FileOutputStream(folder.resolve("orders.bin").toFile());
        ObjectOutputStream out = new ObjectOutputStream(file)) {
      out.writeObject(new ArrayList<>(orders));
      out.flush();
      file.getFD().sync();
    }
  }

  /** A deep copy through memory. */
  @SuppressWarnings("unchecked")
  public List<Order> copy(List<Order> orders) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(orders));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (List<Order>) in.readObject();
    }
  }

  public byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  public long[] numbers(byte[] record) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
    long[] numbers = new long[4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  /** Whoever calls it says where the text comes from. */
  static List<String> lines(Reader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader buffered = new BufferedReader(reader);
    for (String line = buffered.readLine(); line != null; line = buffered.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  public List<String> linesOfFile(String file) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            new FileInputStream(folder.resolve(file).toFile()), StandardCharsets.UTF_8)) {
      return lines(reader);
    }
  }

  public String receipt(Order order) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("order " + order.id());
    for (Order.Line line : order.lines()) {
      out.print(line.sku());
      out.print(' ');
      out.println(line.quantity());
    }
    out.flush();
    return text.toString();
  }

  public long bytesOfAll() throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  public Path pathOf(long id) {
    return folder.resolve("order-" + id + ".csv");
  }
}
