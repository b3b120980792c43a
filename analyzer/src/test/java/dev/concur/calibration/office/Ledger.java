package dev.concur.calibration.office;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/** Bookings: much of it reads or asks and then computes. */
public class Ledger {

  /** One booking. */
  public record Booking(String account, String text, double amount) {
    static Booking parse(String line) {
      String[] parts = line.split(";");
      return new Booking(parts[0].trim(), parts[1], Double.parseDouble(parts[2]));
    }

    boolean isCredit() {
      return amount > 0;
    }
  }

  /** Says what a booking is worth. */
  public interface Valuation {
    double value(Booking booking);
  }

  /** A fixed rate. */
  public static final class Flat implements Valuation {
    @Override
    public double value(Booking booking) {
      return booking.amount() * 1.1;
    }
  }

  /** A rate by account. */
  public static final class ByAccount implements Valuation {
    private final Map<String, Double> rates = new HashMap<>();

    @Override
    public double value(Booking booking) {
      return booking.amount() * rates.getOrDefault(booking.account(), 1.0);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI rates;
  private final Path folder;
  private final Valuation valuation;
  private volatile Map<String, Double> known;

  public Ledger(URI rates, Path folder, Valuation valuation) {
    this.rates = rates;
    this.folder = folder;
    this.valuation = valuation;
  }

  // miss: said mixed: how many lines the file has cannot be seen, and with few of them the disk
  // weighs as much
  public List<Booking> bookings(String file) throws IOException {
    List<Booking> bookings = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(folder.resolve(file))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        bookings.add(Booking.parse(line));
      }
    }
    bookings.sort(Comparator.comparingDouble(Booking::amount));
    return bookings;
  }

  public Map<String, Double> balances(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .map(Booking::parse)
        .collect(
            Collectors.groupingBy(Booking::account, Collectors.summingDouble(Booking::amount)));
  }

  public String checksum(String file) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public void compress(String file) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(file));
        OutputStream out =
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(file + ".gz")))) {
      in.transferTo(out);
    }
  }

  public long uncompressed(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
      return in.readAllBytes().length;
    }
  }

  // miss: said mixed: at the border, a fifth of the time is computing
  public void encrypt(String file, byte[] key, byte[] iv)
      throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    byte[] plain = Files.readAllBytes(folder.resolve(file));
    Files.write(folder.resolve(file + ".enc"), cipher.doFinal(plain));
  }

  public void statement(List<Booking> bookings) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("statement.txt"))) {
      for (Booking booking : bookings) {
        out.write(String.format(Locale.ROOT, "%-12s %10.2f", booking.account(), booking.amount()));
        out.newLine();
      }
    }
  }

  public void thumbnail(String picture) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve(picture).toFile());
    Image small = image.getScaledInstance(100, 80, Image.SCALE_SMOOTH);
    BufferedImage out = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
    out.getGraphics().drawImage(small, 0, 0, null);
    ImageIO.write(out, "png", folder.resolve("small.png").toFile());
  }

  // miss: said mixed: the service answers in 47 ms, ten times what is usual, so that the password
  // costs little beside it
  public String login(String user, char[] password)
      throws IOException, InterruptedException, GeneralSecurityException {
    byte[] salt = ask(user).getBytes(StandardCharsets.UTF_8);
    SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    byte[] hash = factory.generateSecret(new PBEKeySpec(password, salt, 2_000, 256)).getEncoded();
    return HexFormat.of().formatHex(hash);
  }

  private String ask(String what) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(rates.resolve("/" + what)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  public int similar(Connection connection, String title) throws SQLException {
    int best = Integer.MAX_VALUE;
    try (PreparedStatement query = connection.prepareStatement("select text from booking")) {
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          best = Math.min(best, distance(title, rows.getString(1)));
        }
      }
    }
    return best;
  }

  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(before[j - 1] + change, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }

  public int restored(String file) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(folder.resolve(file)))) {
      return ((List<?>) in.readObject()).size();
    }
  }

  public double simulateThenRest(int rounds) throws InterruptedException {
    java.util.Random random = new java.util.Random(5);
    int inside = 0;
    for (int i = 0; i < rounds; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      inside += x * x + y * y < 1 ? 1 : 0;
    }
    Thread.sleep(2);
    return 4.0 * inside / rounds;
  }

  /** Loaded once. */
  public Map<String, Double> rates() throws IOException, InterruptedException {
    Map<String, Double> result = known;
    if (result == null) {
      synchronized (this) {
        result = known;
        if (result == null) {
          result = Map.of("EUR", Double.parseDouble(ask("EUR")));
          known = result;
        }
      }
    }
    return result;
  }

  public double worth(List<Booking> bookings) {
    double sum = 0;
    for (Booking booking : bookings) {
      sum += valuation.value(booking);
    }
    return sum;
  }

  public Optional<Booking> largest(List<Booking> bookings) {
    return bookings.stream().filter(Booking::isCredit).max(Comparator.comparing(Booking::amount));
  }

  public int[] ranks(int[] amounts) {
    int[] sorted = amounts.clone();
    for (int i = 1; i < sorted.length; i++) {
      int value = sorted[i];
      int at = i;
      while (at > 0 && sorted[at - 1] > value) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = value;
    }
    return sorted;
  }

  public long collatz(long limit) {
    long longest = 0;
    for (long start = 1; start < limit; start++) {
      long steps = 0;
      for (long n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
        steps++;
      }
      longest = Math.max(longest, steps);
    }
    return longest;
  }

  public boolean isPrime(int number) {
    for (int i = 2; i * i <= number; i++) {
      if (number % i == 0) {
        return false;
      }
    }
    return number > 1;
  }

  public int towers(int discs) {
    return discs == 0 ? 0 : towers(discs - 1) + 1 + towers(discs - 1);
  }

  public void mergeSort(int[] numbers) {
    if (numbers.length < 2) {
      return;
    }
    int[] left = Arrays.copyOfRange(numbers, 0, numbers.length / 2);
    int[] right = Arrays.copyOfRange(numbers, numbers.length / 2, numbers.length);
    mergeSort(left);
    mergeSort(right);
    int l = 0;
    int r = 0;
    for (int i = 0; i < numbers.length; i++) {
      boolean fromLeft = r == right.length || (l < left.length && left[l] <= right[r]);
      numbers[i] = fromLeft ? left[l++] : right[r++];
    }
  }

  public <A, B> Function<A, B> guarded(Function<A, B> function, B otherwise) {
    return input -> {
      try {
        return function.apply(input);
      } catch (UncheckedIOException e) {
        return otherwise;
      }
    };
  }

  /** Nothing is read before somebody asks. */
  public Supplier<List<Booking>> lazily(String file) {
    return () -> {
      try {
        return bookings(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  public Future<Integer> later(ExecutorService workers, String file) {
    Callable<Integer> task = () -> bookings(file).size();
    return workers.submit(task);
  }

  public int nowThen(ExecutorService workers, String file) throws Exception {
    Future<Integer> future = later(workers, file);
    return future.get();
  }

  public String describe(Booking booking) {
    return switch (booking.account().length()) {
      case 0 -> "nobody's";
      case 1, 2, 3 -> "short " + booking.account();
      default -> booking.account() + ": " + booking.text();
    };
  }

  public long hash(String text) {
    long hash = 1125899906842597L;
    for (char c : text.toCharArray()) {
      hash = 31 * hash + c;
    }
    return hash;
  }
}
