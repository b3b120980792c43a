package dev.concur.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Code as users have it, for workers to drive. */
final class Driven {

  private static final Object LOCK = new Object();

  private final Service service;
  private final Settings settings;

  Driven(Service service, Settings settings) {
    this.service = service;
    this.settings = settings;
  }

  interface Service {
    Answer ask(String question);
  }

  record Answer(String text, int code, List<Long> parts) {}

  enum Mode {
    FAST,
    SLOW
  }

  record Settings(Mode mode, Map<String, Integer> limits) {}

  /** Computes under one lock. */
  long score(List<String> names, int rounds) {
    synchronized (LOCK) {
      long sum = 0;
      for (int r = 0; r < 200; r++) {
        for (String name : names) {
          sum = sum * 31 + name.hashCode() + name.length() * r;
        }
      }
      return sum + settings.limits().size() + service.ask("x").code() + rounds;
    }
  }

  /** Waits for a network that is not there. */
  static String fetch(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<String> response =
        Shared.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    return response.body() + response.statusCode();
  }

  /** Waits for it in another thread, and returns at once. */
  static Future<String> fetchesLater(String url) {
    return Shared.CLERK.submit(() -> fetch(url));
  }

  private static final class Shared {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    static final ExecutorService CLERK =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread clerk = new Thread(task);
              clerk.setDaemon(true);
              return clerk;
            });
  }

  static void writesAFile(String text) throws IOException {
    Files.writeString(Path.of("/concur-must-not-write-this"), text);
  }

  static void ends() {
    System.exit(0);
  }

  static void hangs() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException ignored) {
      hangs();
    }
  }

  static int eats() {
    List<long[]> all = new ArrayList<>();
    while (true) {
      all.add(new long[1 << 20]);
    }
  }

  static void forks() {
    while (true) {
      Thread thread = new Thread(Driven::hangs);
      thread.setDaemon(true);
      thread.start();
    }
  }

  static void floods() throws IOException {
    FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
    while (true) {
      pipe.write(new byte[1 << 16]);
    }
  }

  static int tiny(int a, int b) {
    return a + b;
  }

  /** Short, and all of it is run. */
  static int grade(int points) {
    int grade = points % 6;
    if (grade == 0) {
      return 1;
    }
    return points > 100 ? half(grade) : grade;
  }

  static long names(Node node) {
    Element element = (Element) node;
    long sum = 0;
    for (int k = 0; k < 300; k++) {
      sum = 31 * sum + element.getTagName().hashCode() + k;
    }
    return sum;
  }

  static long links(URL page) {
    long sum = 0;
    for (int k = 0; k < 300; k++) {
      sum = 31 * sum + page.getPath().hashCode() + page.getPort() + k;
    }
    return sum;
  }

  /** What a framework keeps for its user, of any type. */
  interface Visit {
    Object attribute(String name);
  }

  /** One of those. */
  record Guest(String name, List<String> visits) {}

  static long greets(Visit visit) {
    Guest guest = (Guest) visit.attribute("guest");
    long sum = 0;
    for (int k = 0; k < 300; k++) {
      sum = 31 * sum + guest.name().hashCode() + guest.visits().size() + k;
    }
    return sum;
  }

  /** Only passes on to what returns at once, with an argument that nobody would make up. */
  static int passesOn(String order) {
    int before = order.length();
    int sum = sumOf(order);
    return before + sum;
  }

  private static int sumOf(String order) {
    if (!order.startsWith("order:17")) {
      return 0;
    }
    String[] parts = order.substring(6).split(",");
    int sum = 0;
    for (String each : parts) {
      int value = Integer.parseInt(each);
      int squared = value * value;
      sum += squared;
      sum ^= value;
    }
    sum = half(sum);
    return sum;
  }

  private static int half(int number) {
    return number / 2;
  }

  /** Works between its beginning and its end. */
  static final class Stateful {
    private boolean open;
    private long sum;

    void open(String words) {
      sum = busy(words);
      open = true;
    }

    void close() {
      open = false;
    }

    long read(String words) {
      if (!open) {
        throw new IllegalStateException("too early");
      }
      return sum + busy(words);
    }
  }

  /** Whose constructor asks for a world that is not there. */
  static final class Demanding {
    private final List<String> words;
    private final int limit;

    Demanding(String where) {
      if (!where.startsWith("order:17")) {
        throw new IllegalArgumentException("there is no " + where);
      }
      this.words = List.of(where.split(","));
      this.limit = words.size();
    }

    long sum() {
      long sum = limit;
      for (String each : words) {
        sum += busy(each);
      }
      return sum;
    }
  }

  /** Asks over a socket of its own. */
  static int asksASocket(String text) throws IOException {
    try (Socket socket = new Socket("shop", 80)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().read();
    }
  }

  /** Calls back what nobody implements. */
  interface Listener {
    void told(String words);
  }

  static synchronized int tells(Listener listener) {
    listener.told("once");
    listener.told("twice");
    return 2;
  }

  /** Only some texts will do, and only some numbers, which are not those of the same variant. */
  static long together(String words, int weight) {
    if (!Character.isDigit(words.charAt(0)) || weight <= 10) {
      throw new IllegalArgumentException(words + " and " + weight);
    }
    return busy(words);
  }

  /** Nobody would make up its argument. */
  static long onlyOrders(String order) {
    if (!order.startsWith("order:17")) {
      throw new IllegalArgumentException("no order: " + order);
    }
    long sum = 0;
    for (String each : order.substring(6).split(",")) {
      sum += Long.parseLong(each);
    }
    return sum;
  }

  /** It must be told something before it can be used, and says so. */
  static final class Needy {
    private String password;

    void setPassword(String password) {
      this.password = password;
    }

    long hash(String text) {
      if (password == null) {
        throw new IllegalStateException("Password not set");
      }
      return busy(text + password);
    }
  }

  /** Works while it is made. */
  static final class Made {
    private final long sum;

    Made(String text) {
      sum = busy(text);
    }

    @Override
    public String toString() {
      return "made of " + sum;
    }
  }

  /** Wants objects of the JDK that nobody writes a constructor call for. */
  static long digests(MessageDigest digest, Type type, byte[] bytes) {
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalStateException("an unhandled type: " + type);
    }
    return digest.digest(bytes).length + busy(plain.getName());
  }

  /** Uses its argument up. */
  static long reads(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    if (all.length == 0) {
      throw new IOException("nothing left");
    }
    return busy(new String(all, StandardCharsets.UTF_8));
  }

  /** Was thought to take far longer than it does, and does all it has to. */
  static long swift(String text) {
    long sum = busy(text);
    if (sum < 0) {
      sum = -sum;
    }
    return sum + text.length();
  }

  private static long busy(String text) {
    long sum = 0;
    for (int round = 0; round < 2000; round++) {
      sum = 31 * sum + text.charAt(round % text.length());
    }
    return sum;
  }
}
