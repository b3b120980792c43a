package dev.concur.calibration;

import static dev.concur.model.Kind.*;

import dev.concur.calibration.office.Ledger;
import dev.concur.calibration.office.Ledger.Booking;
import dev.concur.model.Kind;
import java.awt.image.BufferedImage;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.h2.tools.Server;

/** Runs the third part of the suite: methods that wait and compute. */
final class OfficeRuns {

  /** Something that gives nothing back. */
  private interface Step {
    void run() throws Exception;
  }

  private final List<Subject> all = new ArrayList<>();
  private final Random random = new Random(13);
  private final Neighbours neighbours;
  private final Path folder;
  private Object last = "";

  OfficeRuns(Neighbours neighbours, Path folder) {
    this.neighbours = neighbours;
    this.folder = folder;
  }

  private Subject run(String method, List<Kind> kinds, Subject.Body body) {
    Subject subject = new Subject("Ledger#" + method, kinds, body);
    all.add(subject);
    return subject;
  }

  private Subject does(String method, List<Kind> kinds, Step step) {
    return run(
        method,
        kinds,
        () -> {
          step.run();
          return "";
        });
  }

  private Subject light(String method, Subject.Body body) {
    return run(method, List.of(), body);
  }

  List<Subject> subjects() throws Exception {
    Ledger ledger = new Ledger(neighbours.http, folder, new Ledger.Flat());
    Path csv = folder.resolve("bookings.csv");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      lines.append(" account").append(i % 50).append(";a booking;").append(random.nextInt(9_999));
      lines.append('\n');
    }
    Files.writeString(csv, lines);
    ledger.compress("bookings.csv");
    Path zip = folder.resolve("bookings.csv.gz");
    Path picture = folder.resolve("ledger.png");
    ImageIO.write(new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path objects = folder.resolve("objects.bin");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(objects))) {
      out.writeObject(new ArrayList<>(Files.readAllLines(csv)));
    }
    List<Booking> bookings = ledger.bookings("bookings.csv").subList(0, 400);
    mixed(ledger, csv, zip, picture, objects, bookings);
    computing(ledger, bookings);
    handing(ledger, csv);
    return all;
  }

  private void mixed(
      Ledger ledger, Path csv, Path zip, Path picture, Path objects, List<Booking> bookings)
      throws Exception {
    run("bookings", List.of(DISK, TEXT, SORT), () -> ledger.bookings("bookings.csv")).cold(csv);
    run("balances", List.of(DISK, TEXT), () -> ledger.balances("bookings.csv")).cold(csv);
    run("checksum", List.of(DISK, CRYPTO), () -> ledger.checksum("bookings.csv")).cold(csv);
    does("compress", List.of(DISK, COMPRESSION), () -> ledger.compress("bookings.csv")).cold(csv);
    run("uncompressed", List.of(DISK, COMPRESSION), () -> ledger.uncompressed("bookings.csv.gz"))
        .cold(zip);
    byte[] key = new byte[16];
    does("encrypt", List.of(DISK, CRYPTO), () -> ledger.encrypt("bookings.csv", key, key))
        .cold(csv);
    does("statement", List.of(DISK, TEXT), () -> ledger.statement(bookings));
    does("thumbnail", List.of(DISK, IMAGE), () -> ledger.thumbnail("ledger.png")).cold(picture);
    run("login", List.of(NETWORK, CRYPTO), () -> ledger.login("ada", "secret".toCharArray()));
    run("restored", List.of(DISK, SERIALIZATION), () -> ledger.restored("objects.bin"))
        .cold(objects);
    run("simulateThenRest", List.of(SLEEP, MATHS), () -> ledger.simulateThenRest(50_000));
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    int port = Neighbours.farAwayFrom(server.getPort());
    Connection connection =
        DriverManager.getConnection("jdbc:h2:tcp://localhost:" + port + "/mem:office", "sa", "");
    connection.createStatement().execute("create table booking (text varchar)");
    connection
        .createStatement()
        .execute(
            "insert into booking select 'a booking for number ' || x from system_range(1, 500)");
    String wanted = "the booking of somebody else";
    run("similar", List.of(DATABASE, TEXT), () -> ledger.similar(connection, wanted));
  }

  private void computing(Ledger ledger, List<Booking> bookings) {
    light("worth", () -> ledger.worth(bookings));
    light("largest", () -> ledger.largest(bookings));
    int[] amounts = random.ints(600).toArray();
    run("ranks", List.of(SORT), () -> ledger.ranks(amounts));
    run("collatz", List.of(MATHS), () -> ledger.collatz(3_000));
    light("isPrime", () -> ledger.isPrime(104_729));
    run("towers", List.of(MATHS), () -> ledger.towers(16));
    int[] many = random.ints(5_000).toArray();
    does("mergeSort", List.of(SORT), () -> ledger.mergeSort(many.clone()));
    light("describe", () -> ledger.describe(bookings.get(0)));
    light("hash", () -> ledger.hash("a text of some forty characters or more"));
    light("guarded", () -> ledger.guarded(x -> x, ""));
  }

  private void handing(Ledger ledger, Path csv) {
    ExecutorService workers = Executors.newFixedThreadPool(2, Neighbours::daemon);
    light("rates", ledger::rates);
    light("lazily", () -> ledger.lazily("bookings.csv"));
    run("later", List.of(), () -> last = ledger.later(workers, "bookings.csv"))
        .starts(() -> ((Future<?>) last).get());
    run("nowThen", List.of(LOCK, DISK), () -> ledger.nowThen(workers, "bookings.csv")).cold(csv);
  }
}
