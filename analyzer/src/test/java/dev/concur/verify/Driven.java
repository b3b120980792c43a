package dev.concur.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.URI;
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

  private static final class Shared {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
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
