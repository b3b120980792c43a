package harness;

import static harness.Bench.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pawlane.clinic.ClinicApp;
import com.pawlane.clinic.analytics.*;
import com.pawlane.clinic.cache.*;
import com.pawlane.clinic.desk.*;
import com.pawlane.clinic.events.*;
import com.pawlane.clinic.exports.*;
import com.pawlane.clinic.imaging.*;
import com.pawlane.clinic.imports.*;
import com.pawlane.clinic.model.*;
import com.pawlane.clinic.partners.*;
import com.pawlane.clinic.persistence.*;
import com.pawlane.clinic.rooms.*;
import com.pawlane.clinic.schedule.*;
import com.pawlane.clinic.search.*;
import com.pawlane.clinic.security.*;
import com.pawlane.clinic.service.*;
import com.pawlane.clinic.tools.*;
import com.pawlane.clinic.util.*;
import jakarta.mail.internet.MimeMessage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.*;
import java.net.*;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import javax.crypto.SecretKey;
import okhttp3.OkHttpClient;
import org.apache.commons.csv.*;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

public final class Main {
  static final Random R = new Random(7);
  static final String[] WORDS =
      ("lame left hind limb swelling warm painful on flexion no fever appetite reduced owner reports vomiting twice since "
              + "yesterday stool soft blood count normal liver enzymes raised advised rest and diet control in ten days vaccine booster given microchip read "
              + "teeth tartar gum red heart murmur grade two lungs clear skin itching fleas found treatment started spot-on antibiotics amoxicillin")
          .split(" ");
  static final String[] LAST =
      "Baker Meyer Meier Maier Novak Rossi Russo Silva Costa Jensen Larsen Dubois Martin Kowalski Nowak Ivanov Horvat Schmidt Schmitt Schultz Fischer Weber Wagner Becker Koch Klein Wolf Braun Zimmermann Hofmann"
          .split(" ");

  static String words(int n) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) b.append(i == 0 ? "" : " ").append(WORDS[R.nextInt(WORDS.length)]);
    return b.toString();
  }

  static <T> T any(T[] a) {
    return a[R.nextInt(a.length)];
  }

  static Path tmp;

  static void cold(Path p) throws Exception {
    new ProcessBuilder("dd", "of=" + p, "oflag=nocache", "conv=notrunc,fdatasync", "count=0")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  static void later(double ms, Step s) {
    Servers.threads.execute(
        () -> {
          Servers.pause(ms);
          try {
            s.run();
          } catch (Exception e) {
            e.printStackTrace();
          }
        });
  }

  static Animal animal(long id) {
    return new Animal(
        id,
        any(WORDS),
        Species.values()[(int) (id % 6)],
        LocalDate.of(2015 + (int) (id % 8), 1 + (int) (id % 12), 3),
        4 + id % 30,
        "9000" + id,
        id % 600 + 1);
  }

  static Visit visit(long id) {
    return new Visit(
        id,
        id % 400,
        LocalDate.of(2024, 1 + R.nextInt(12), 1 + R.nextInt(28)),
        words(12),
        47 + R.nextDouble() / 3,
        8 + R.nextDouble() / 3,
        R.nextInt(10));
  }

  static BufferedImage picture(int w, int h) {
    BufferedImage b = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = b.createGraphics();
    for (int i = 0; i < 150; i++) {
      int c = R.nextInt(256);
      g.setColor(new Color(c, c, c));
      g.fillOval(R.nextInt(w), R.nextInt(h), R.nextInt(w / 3), R.nextInt(h / 3));
    }
    g.dispose();
    return b;
  }

  public static void main(String[] args) throws Exception {
    String out = args[0];
    String only = args.length > 1 ? args[1] : "";
    tmp =
        Files.createDirectories(Path.of(args.length > 2 ? args[2] : "target/run"))
            .resolve("r" + System.currentTimeMillis());
    tmp = Files.createDirectories(tmp).toAbsolutePath().normalize();
    System.setProperty("java.awt.headless", "true");
    Thread.currentThread().setName("product");
    register();
    long t = System.currentTimeMillis();
    try (PrintWriter w = new PrintWriter(out)) {
      w.println(
          "class\tmethod\tdesc\tlabel\tkinds\twait\tcpu\twall\tborder\ttrait\tsamples\tcomputes\tprofile");
      for (Entry e : entries) {
        if (!only.isEmpty() && !(e.cls + "." + e.method).matches(".*(" + only + ").*")) continue;
        try {
          measure(e);
          w.printf(
              Locale.ROOT,
              "%s\t%s\t%s\t%s\t%s\t%.1f\t%.1f\t%.1f\t%s\t%s\t%d\t%s\t%s%n",
              e.cls,
              e.method,
              e.desc,
              e.label,
              e.kinds,
              e.wait,
              e.cpu,
              e.wall,
              e.border ? "border" : "-",
              e.trait,
              e.samples,
              e.computes,
              e.profile);
        } catch (Throwable x) {
          Throwable c = x;
          while (c.getCause() != null) c = c.getCause();
          StackTraceElement[] s = c.getStackTrace();
          w.printf(
              "%s\t%s\t%s\tERROR\t%s at %s%n",
              e.cls, e.method, e.desc, c, Arrays.stream(s).limit(6).toList());
        }
        w.flush();
      }
      System.err.println((System.currentTimeMillis() - t) / 1000 + " s");
    }
    System.exit(0);
  }

  static void register() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    ObjectMapper mapper = ClinicApp.mapper();
    List<Visit> visits = LongStream.range(1, 5001).mapToObj(Main::visit).toList();
    List<Visit> some = visits.subList(0, 500);
    List<Visit> few = visits.subList(0, 60);
    Owner anna =
        new Owner(5, "Anna", "Zimmermann", "Seestr. 5", "Zug", "anna@example.org", "041 555 01 02");
    Invoice invoice =
        new Invoice(
            "2024/117",
            anna,
            LocalDate.of(2024, 5, 1),
            IntStream.range(0, 12)
                .mapToObj(
                    i ->
                        new InvoiceLine(
                            "treatment " + i,
                            1 + i % 3,
                            new Money(1234 + 100 * i),
                            i % 2 == 0 ? 8 : 3))
                .toList());
    List<Appointment> day =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Appointment(
                        i,
                        i,
                        "R" + i % 3,
                        LocalDateTime.of(2024, 5, 17, 8, 0).plusMinutes(20 * i),
                        Duration.ofMinutes(20),
                        "control " + i))
            .toList();
    Animal rex = animal(17);
    String history =
        IntStream.range(0, 500).mapToObj(i -> words(10)).collect(Collectors.joining("\n"));
    List<String> lines = new ArrayList<>(history.lines().toList());
    for (int i = 0; i < 30; i++) lines.set(R.nextInt(lines.size()), words(9));
    String history2 = String.join("\n", lines);

    // model
    m("model.Species", "fromCode", "-", () -> Species.fromCode("feline"));
    m("model.Animal", "ageInMonths", "-", () -> rex.ageInMonths(LocalDate.of(2024, 5, 17)));
    m("model.Animal", "chipNumber", "-", () -> rex.chipNumber());
    m("model.Owner", "displayName", "-", anna::displayName);
    m("model.Appointment", "overlaps", "-", () -> day.get(0).overlaps(day.get(3)));
    m("model.Money", "splitAcross", "-", () -> new Money(10001).splitAcross(6));
    m("model.Invoice", "total", "-", invoice::total);
    m("model.Invoice", "vatByRate", "-", invoice::vatByRate);
    // util
    m("util.Slugs", "slug", "-", () -> Slugs.slug("Ébréchure d'une dent — contrôle annuel"));
    m("util.Phonetics", "soundex", "-", () -> Phonetics.soundex("Zimmermann"));
    m(
        "util.Phonetics",
        "distance",
        "-",
        () -> Phonetics.distance("Zimmermann, Anna", "Zimermann, Ana"));
    m("util.RecordDiff", "compare", "text", () -> RecordDiff.compare(history, history2)).computes();
    Template letter =
        new Template(
            "Dear {{owner}},\n"
                + words(150)
                + "\n{{animal}} is due on {{date}}.\n"
                + words(60)
                + " {{vet}}");
    Map<String, String> fields =
        Map.of("owner", "Anna", "animal", "Rex", "date", "2024-05-17", "vet", "Dr. Wolf");
    m("util.Template", "render", "-", () -> letter.render(fields)).trait("memory-stream");
    ArrayList<Visit> visitList = new ArrayList<>(some);
    byte[] frozen = Snapshots.freeze(visitList);
    m("util.Snapshots", "freeze", "serialization", () -> Snapshots.freeze(visitList))
        .trait("memory-stream")
        .computes();
    m("util.Snapshots", "thaw", "serialization", () -> Snapshots.thaw(frozen))
        .trait("memory-stream")
        .computes();
    m("util.Snapshots", "sizeOf", "serialization", () -> Snapshots.sizeOf(visitList))
        .trait("memory-stream")
        .computes();
    byte[] plain = (history + history2).getBytes(StandardCharsets.UTF_8);
    byte[] packed = Packing.pack(plain);
    m("util.Packing", "pack", "compression", () -> Packing.pack(plain))
        .trait("memory-stream")
        .computes();
    m("util.Packing", "unpack", "compression", () -> Packing.unpack(packed))
        .trait("memory-stream")
        .computes();
    String note =
        "\n  Control visit\nweight: 12.4\ntemp: 38.6\n" + words(20) + "\nnext: 2024-08-01";
    m("util.Notes", "headline", "-", () -> Notes.headline(note)).trait("memory-stream");
    m("util.Notes", "fields", "text", () -> Notes.fields(note)).trait("memory-stream");
    RetryingCall retry = new RetryingCall(3, Duration.ofMillis(5));
    m("util.RetryingCall", "backOff", "sleep", hidden(retry, "util.RetryingCall", "backOff", 1));
    m(
        "util.PhoneNumbers",
        "normalize",
        "-",
        () -> PhoneNumbers.normalize("0041 (0)41 555 01 02", "+41"));
    // analytics
    double[] weeks = IntStream.range(0, 12).mapToDouble(i -> i * 4).toArray();
    double[] weights =
        Arrays.stream(weeks).map(w -> 30 * Math.exp(-3 * Math.exp(-0.09 * w))).toArray();
    m("analytics.GrowthCurve", "fit", "maths", () -> GrowthCurve.fit(weeks, weights)).computes();
    DosageCalculator dosage = new DosageCalculator();
    m("analytics.DosageCalculator", "dose", "-", () -> dosage.dose(rex, 12.5));
    OutbreakSimulation outbreak = new OutbreakSimulation(0.18, 6);
    m(
            "analytics.OutbreakSimulation",
            "expectedCases",
            "maths",
            () -> outbreak.expectedCases(150, 60))
        .computes();
    m("analytics.OutbreakSimulation", "worstCase", "maths", () -> outbreak.worstCase(150, 120))
        .pool(2)
        .computes();
    HouseCallPlanner planner = new HouseCallPlanner();
    m("analytics.HouseCallPlanner", "plan", "maths", () -> planner.plan(visits.subList(0, 35)))
        .computes();
    Pedigree pedigree = new Pedigree();
    for (int i = 8; i < 60; i++) pedigree.add(i, i - 3 - i % 5, i - 1 - i % 7);
    m("analytics.Pedigree", "inbreeding", "maths", () -> pedigree.inbreeding(58)).computes();
    VisitRanking ranking = new VisitRanking();
    m("analytics.VisitRanking", "rank", "sort", () -> ranking.rank(visits)).computes();
    m("analytics.VisitRanking", "mostUrgent", "sort", () -> ranking.mostUrgent(visits, 20))
        .computes();
    MovingAverage average = new MovingAverage(64);
    m("analytics.MovingAverage", "add", "-", () -> average.add(71));
    HeartSignal signal =
        new HeartSignal(
            IntStream.range(0, 4096)
                .mapToDouble(i -> Math.sin(i / 20.0) + R.nextDouble())
                .toArray(),
            250);
    m("analytics.HeartSignal", "beatsPerMinute", "maths", signal::beatsPerMinute).computes();
    List<Owner> owners =
        LongStream.range(1, 601)
            .mapToObj(
                i ->
                    new Owner(
                        i,
                        i % 3 == 0 ? "Anna" : any(WORDS),
                        any(LAST),
                        "Street " + i % 90,
                        "Zug",
                        "o" + i + "@example.org",
                        "041 555 " + i))
            .toList();
    OwnerMatcher matcher = new OwnerMatcher();
    m("analytics.OwnerMatcher", "duplicates", "text", () -> matcher.duplicates(owners)).computes();
    m("analytics.OwnerMatcher", "similarTo", "-", () -> matcher.similarTo(anna, owners));
    double[][] cost = new double[60][60];
    for (double[] row : cost) for (int j = 0; j < row.length; j++) row[j] = R.nextInt(100);
    RosterSolver roster = new RosterSolver();
    m("analytics.RosterSolver", "assign", "maths", () -> roster.assign(cost)).computes();
    // security
    PasswordService passwords = new PasswordService(8);
    String stored = passwords.hash("tail-wag");
    m("security.PasswordService", "hash", "crypto", () -> passwords.hash("tail-wag")).computes();
    m("security.PasswordService", "matches", "crypto", () -> passwords.matches("tail-wag", stored))
        .computes();
    m("security.PasswordService", "needsRehash", "-", () -> passwords.needsRehash(stored));
    SecretKey key = RecordCipher.deriveKey("pawlane".toCharArray(), new byte[16]);
    m(
            "security.RecordCipher",
            "deriveKey",
            "crypto",
            () -> RecordCipher.deriveKey("pawlane".toCharArray(), new byte[16]))
        .computes();
    RecordCipher cipher = new RecordCipher(key);
    byte[] scan = new byte[900_000];
    R.nextBytes(scan);
    byte[] sealed = cipher.seal(scan);
    m("security.RecordCipher", "seal", "crypto", () -> cipher.seal(scan)).computes();
    m("security.RecordCipher", "open", "crypto", () -> cipher.open(sealed)).computes();
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    g.initialize(2048);
    DocumentSigner signer = new DocumentSigner(g.generateKeyPair());
    byte[] document = Arrays.copyOf(scan, 200_000);
    byte[] signature = signer.sign(document);
    m("security.DocumentSigner", "sign", "crypto", () -> signer.sign(document)).computes();
    m("security.DocumentSigner", "verify", "crypto", () -> signer.verify(document, signature))
        .computes();
    SessionTokens tokens = new SessionTokens("0123456789abcdef".getBytes(), Clock.systemUTC());
    String token = tokens.issue(17);
    m("security.SessionTokens", "issue", "-", () -> tokens.issue(17));
    m("security.SessionTokens", "userOf", "-", () -> tokens.userOf(token));
    Path scanFile = Files.write(tmp.resolve("scan.dcm"), scan);
    m("security.Checksums", "ofFile", "disk,crypto", () -> Checksums.ofFile(scanFile))
        .before(() -> cold(scanFile));
    m("security.Checksums", "ofBytes", "crypto", () -> Checksums.ofBytes(scan)).computes();
    // imaging
    BufferedImage xray = picture(640, 480);
    ThumbnailMaker thumbs = new ThumbnailMaker(160);
    byte[] png = thumbs.encode(xray);
    Path pngFile = Files.write(tmp.resolve("xray.png"), png);
    PixelFilter edges = Filters.edges();
    m("imaging.Filters", "equalize", "image", hidden(null, "imaging.Filters", "equalize", xray))
        .computes();
    m("imaging.Filters", "histogram", "image", () -> Filters.histogram(xray)).computes();
    m("imaging.Filters$1", "apply", "image", () -> edges.apply(xray)).computes();
    m("imaging.Filters", "edges", "-", Filters::edges);
    m("imaging.PixelFilter", "then", "-", () -> edges.then(edges));
    m("imaging.ThumbnailMaker", "scale", "image", () -> thumbs.scale(xray)).computes();
    m("imaging.ThumbnailMaker", "decode", "image,compression", () -> thumbs.decode(png))
        .trait("memory-stream")
        .computes();
    m("imaging.ThumbnailMaker", "encode", "image,compression", () -> thumbs.encode(xray))
        .trait("memory-stream")
        .computes();
    m(
            "imaging.ThumbnailMaker",
            "thumbnailFor",
            "image,compression",
            () -> thumbs.thumbnailFor(pngFile))
        .before(() -> cold(pngFile));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream d = new DataOutputStream(head);
    d.write(new byte[128]);
    d.writeBytes("DICM");
    d.writeShort(640);
    d.writeShort(480);
    d.writeUTF("CR");
    m("imaging.DicomHeader", "read", "-", () -> DicomHeader.read(head.toByteArray()))
        .trait("memory-stream");
    CollarTag tag = new CollarTag();
    m(
            "imaging.CollarTag",
            "draw",
            "image,other",
            () -> tag.draw("https://pawlane.example/a/9000117?c=12", 200))
        .computes();

    // database
    org.h2.tools.Server h2 =
        org.h2.tools.Server.createTcpServer(
                "-tcpPort", "0", "-ifNotExists", "-baseDir", tmp.toString())
            .start();
    int dbPort = Servers.proxy(h2.getPort(), 0.6);
    String url = "jdbc:h2:tcp://localhost:" + dbPort + "/./clinic";
    Database db = Database.open(url, 10);
    db.migrate(
        "create table animal(id bigint primary key, name varchar, species varchar, born date, weight double, chip varchar, owner_id bigint)",
        "create index ac on animal(chip)",
        "create index ao on animal(owner_id)",
        "create table owner(id bigint primary key, first_name varchar, last_name varchar, street varchar, town varchar, email varchar, phone varchar)",
        "create table appointment(id bigint primary key, animal_id bigint, room varchar, start_at timestamp, minutes int, reason varchar, reminded boolean)",
        "create index ap on appointment(start_at)",
        "create table invoice(number varchar primary key, owner_id bigint, issued date, cents bigint, paid boolean)",
        "create index io on invoice(owner_id)");
    JdbcAnimalRepository animals = new JdbcAnimalRepository(db.source());
    animals.saveAll(LongStream.range(1, 801).mapToObj(Main::animal).toList());
    try (Connection c = db.source().getConnection();
        PreparedStatement s = c.prepareStatement("insert into owner values(?,?,?,?,?,?,?)")) {
      for (Owner o : owners) {
        s.setLong(1, o.id());
        s.setString(2, o.firstName());
        s.setString(3, o.lastName());
        s.setString(4, o.street());
        s.setString(5, o.town());
        s.setString(6, o.email());
        s.setString(7, o.phone());
        s.addBatch();
      }
      s.executeBatch();
    }
    OwnerDao dao = new OwnerDao(db.source());
    AppointmentStore store = new AppointmentStore(db.source());
    AtomicLong ids = new AtomicLong(1000);
    LocalDate may = LocalDate.of(2024, 5, 17);
    for (Appointment a : day)
      store.book(
          new Appointment(a.id(), a.animalId(), a.room(), a.start(), a.length(), a.reason()));
    m(
            "persistence.Database",
            "open",
            "database",
            () -> {
              Database x = Database.open(url, 2);
              opened.add(x);
              return x;
            })
        .before(
            () -> {
              for (Database x : opened) x.close();
              opened.clear();
            });
    m(
        "persistence.Database",
        "migrate",
        "database",
        () -> {
          db.migrate(
              "create table if not exists vet(id bigint primary key, name varchar)",
              "alter table vet add column if not exists phone varchar");
          return 0;
        });
    m(
        "persistence.JdbcAnimalRepository",
        "findById",
        "database",
        () -> animals.findById(1 + R.nextInt(800)));
    m(
        "persistence.JdbcAnimalRepository",
        "findByChip",
        "database",
        () -> animals.findByChip("9000" + (1 + R.nextInt(800))));
    m(
        "persistence.JdbcAnimalRepository",
        "ofOwner",
        "database",
        () -> animals.ofOwner(1 + R.nextInt(600)));
    m(
        "persistence.JdbcAnimalRepository",
        "save",
        "database",
        () -> {
          animals.save(rex);
          return 0;
        });
    List<Animal> batch = LongStream.range(2000, 2040).mapToObj(Main::animal).toList();
    m(
        "persistence.JdbcAnimalRepository",
        "saveAll",
        "database",
        () -> {
          animals.saveAll(batch);
          return 0;
        });
    m(
        "persistence.JdbcAnimalRepository",
        "forEach",
        "database",
        () -> {
          int[] n = {0};
          animals.forEach(a -> n[0]++);
          return n;
        });
    Connection rowConnection = db.source().getConnection();
    ResultSet row =
        rowConnection
            .createStatement()
            .executeQuery(
                "select id, name, species, born, weight, chip, owner_id from animal where id = 3");
    row.next();
    m(
        "persistence.JdbcAnimalRepository",
        "animal",
        "-",
        hidden(null, "persistence.JdbcAnimalRepository", "animal", row));
    m("persistence.OwnerDao", "require", "database", () -> dao.require(1 + R.nextInt(600)));
    m("persistence.OwnerDao", "byIds", "database", () -> dao.byIds(List.of(3L, 9L, 77L, 150L)));
    m("persistence.OwnerDao", "all", "database", dao::all);
    m("persistence.OwnerDao", "changeEmail", "database", () -> dao.changeEmail(7, "x@example.org"));
    m("persistence.OwnerDao", "pages", "-", dao::pages);
    Iterator<?>[] it = new Iterator<?>[1];
    m("persistence.OwnerDao$Pages", "hasNext", "database", () -> it[0].hasNext())
        .before(() -> it[0] = dao.pages());
    m("persistence.AppointmentStore", "on", "database", () -> store.on(may));
    m("persistence.AppointmentStore", "find", "database", () -> store.find(3));
    m(
        "persistence.AppointmentStore",
        "book",
        "database",
        () -> {
          long id = ids.incrementAndGet();
          return store.book(
              new Appointment(
                  id,
                  1,
                  "R9",
                  LocalDateTime.of(2025, 1, 1, 8, 0).plusHours(id),
                  Duration.ofMinutes(20),
                  "x"));
        });
    m(
        "persistence.AppointmentStore",
        "cancelBefore",
        "database",
        () -> store.cancelBefore(LocalDateTime.of(2020, 1, 1, 0, 0)));
    m(
        "persistence.AppointmentStore",
        "markReminded",
        "database",
        () -> {
          store.markReminded(List.of(1L, 2L, 3L, 4L, 5L));
          return 0;
        });
    InvoiceRepository invoices = InvoiceRepository.connect(url);
    for (int i = 0; i < 30; i++) invoices.add(new InvoiceEntity("N" + i, i % 5, may, 1000 + i));
    m("persistence.InvoiceRepository", "byNumber", "database", () -> invoices.byNumber("N3"));
    m("persistence.InvoiceRepository", "unpaidOf", "database", () -> invoices.unpaidOf(4));
    m(
        "persistence.InvoiceRepository",
        "add",
        "database",
        () -> {
          invoices.add(new InvoiceEntity("X" + ids.incrementAndGet(), 99, may, 10));
          return 0;
        });
    m(
        "persistence.InvoiceRepository",
        "markPaid",
        "database",
        () -> {
          return invoices.markPaid("N" + R.nextInt(3));
        });
    m("persistence.InvoiceRepository", "settings", "-", invoices::settings);
    InvoiceMapper im = new InvoiceMapper();
    m("persistence.InvoiceMapper", "toEntity", "-", () -> im.toEntity(invoice));
    m(
        "persistence.InvoiceMapper",
        "toEntities",
        "-",
        () -> im.toEntities(List.of(invoice, invoice, invoice)));
    m(
        "persistence.AnimalFilter",
        "toSql",
        "-",
        () -> new AnimalFilter().species(Species.CAT).nameLike("Mi").toSql());
    m("persistence.AnimalFilter", "nameLike", "-", () -> new AnimalFilter().nameLike("Mi"));
    Outbox outbox = new Outbox(tmp.resolve("outbox"));
    for (int i = 0; i < 50; i++) outbox.put("t", words(10));
    m(
        "persistence.Outbox",
        "put",
        "database",
        () -> {
          outbox.put("visit", "{\"id\":17}");
          return 0;
        });
    m("persistence.Outbox", "peek", "database", () -> outbox.peek(20));
    m(
            "persistence.Outbox",
            "compact",
            "database",
            () -> {
              outbox.compact();
              return 0;
            })
        .before(
            () -> {
              for (int i = 0; i < 5; i++) outbox.put("visit", "{\"id\":18}");
            });
    AuditTrail audit = new AuditTrail(tmp.resolve("audit.log"));
    m(
        "persistence.AuditTrail",
        "record",
        "disk",
        () -> {
          audit.record("desk", "opened 17");
          return 0;
        });
    AuditTrail notes = new AuditTrail(tmp.resolve("audit2.log"));
    int[] noted = {0};
    m(
        "persistence.AuditTrail",
        "note",
        "-",
        () -> {
          notes.note("desk", "opened 17");
          if (++noted[0] % 5000 == 0) {
            notes.flush();
          }
          return 0;
        });
    m("persistence.AuditTrail", "flush", "disk", audit::flush)
        .before(
            () -> {
              for (int i = 0; i < 20; i++) audit.note("desk", "saw " + i);
            });
    m("persistence.AuditTrail", "tail", "disk", () -> audit.tail(20_000));

    // partners
    String html =
        "<html><body>"
            + IntStream.range(0, 40)
                .mapToObj(
                    i ->
                        "<h2 class=t>Topic "
                            + i
                            + "</h2><p>"
                            + words(60)
                            + " <b>"
                            + words(3)
                            + "</b></p><ul><li>a<li>b</ul>")
                .collect(Collectors.joining())
            + "</body></html>";
    int port = Servers.http(6, png, html);
    String base = "http://localhost:" + port + "/";
    OkHttpClient ok = new OkHttpClient();
    LabClient lab = new LabClient(ok, base, mapper, pool);
    m("partners.LabClient", "result", "network", () -> lab.result("A17"));
    m("partners.LabClient", "submit", "network", () -> lab.submit(17, List.of("K", "NA")));
    m(
        "partners.LabClient",
        "results",
        "network",
        () -> lab.results(List.of("A1", "A2", "A3", "A4")));
    AtomicReference<CompletableFuture<?>> fut = new AtomicReference<>();
    m(
            "partners.LabClient",
            "later",
            "-",
            () -> {
              CompletableFuture<?> f = lab.later("A17");
              fut.set(f);
              return f;
            })
        .trait("async-start")
        .before(
            () -> {
              if (fut.get() != null) fut.get().join();
            });
    BlockingQueue<Object> got = new LinkedBlockingQueue<>();
    boolean[] first = {true};
    m(
            "partners.LabClient",
            "subscribe",
            "other",
            () -> {
              lab.subscribe("A17", got::add);
              return 0;
            })
        .trait("async-start")
        .before(
            () -> {
              if (!first[0]) got.poll(2, TimeUnit.SECONDS);
              first[0] = false;
            });
    m(
        "partners.LabClient",
        "requestFor",
        "-",
        hidden(lab, "partners.LabClient", "requestFor", "A17"));
    m(
            "partners.LabClient",
            "parse",
            "-",
            hidden(lab, "partners.LabClient", "parse", Servers.lab("A17")))
        .trait("memory-stream");
    HttpClient jdk = HttpClient.newHttpClient();
    InsuranceClient insurance = new InsuranceClient(jdk, URI.create(base));
    m("partners.InsuranceClient", "covers", "network", () -> insurance.covers("P1", "xray"));
    AtomicReference<CompletableFuture<?>> fut2 = new AtomicReference<>();
    m(
            "partners.InsuranceClient",
            "coversLater",
            "other",
            () -> {
              CompletableFuture<?> f = insurance.coversLater("P1", "xray");
              fut2.set(f);
              return f;
            })
        .trait("async-start")
        .before(
            () -> {
              if (fut2.get() != null) fut2.get().join();
            });
    m(
        "partners.InsuranceClient",
        "coversAll",
        "network",
        () -> insurance.coversAll("P1", "xray", "teeth", "blood"));
    m(
        "partners.InsuranceClient",
        "coverage",
        "-",
        hidden(insurance, "partners.InsuranceClient", "coverage", "P1", "xray"));
    var hc =
        HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().build())
            .build();
    SmsGateway sms = new SmsGateway(hc, base + "sms", 100);
    m(
        "partners.SmsGateway",
        "tell",
        "network",
        () -> {
          sms.tell("+4155501", "See you on Friday");
          return 0;
        });
    m(
        "partners.SmsGateway",
        "send",
        "network",
        hidden(
            sms,
            "partners.SmsGateway",
            "send",
            hidden(sms, "partners.SmsGateway", "message", "+4155501", "hi").run()));
    m(
        "partners.SmsGateway",
        "awaitTurn",
        "sleep",
        () -> {
          sms.awaitTurn();
          return 0;
        });
    m(
        "partners.SmsGateway",
        "message",
        "-",
        hidden(sms, "partners.SmsGateway", "message", "+4155501", "See you on Friday"));
    m("partners.SmsGateway", "parts", "-", hidden(null, "partners.SmsGateway", "parts", words(40)));
    Mailbox mailbox = new Mailbox("localhost", Servers.smtp(2), "desk@pawlane.example");
    byte[] pdf = new InvoicePdf().render(invoice);
    MimeMessage message =
        mailbox.letter("anna@example.org", "Invoice", "Dear Anna", Arrays.copyOf(scan, 60_000));
    m(
        "partners.Mailbox",
        "tell",
        "network",
        () -> {
          mailbox.tell("anna@example.org", words(40));
          return 0;
        });
    m(
        "partners.Mailbox",
        "letter",
        "other,compression",
        () -> mailbox.letter("anna@example.org", "Invoice", "Dear Anna", pdf));
    m(
        "partners.Mailbox",
        "send",
        "network",
        () -> {
          mailbox.send(message);
          return 0;
        });
    m("partners.Mailbox", "source", "other", () -> mailbox.source(message))
        .trait("memory-stream")
        .computes();
    ChipRegistry chips = new ChipRegistry("localhost", Servers.lines(3));
    m("partners.ChipRegistry", "holderOf", "network", () -> chips.holderOf("9000117"));
    m(
        "partners.ChipRegistry",
        "decode",
        "-",
        hidden(null, "partners.ChipRegistry", "decode", "OK Anna Zimmermann"));
    RateFeed rates = new RateFeed(new URL(base + "rates"));
    m("partners.RateFeed", "today", "network", rates::today);
    HeatWarning heat = new HeatWarning(jdk, URI.create(base));
    m("partners.HeatWarning", "temperature", "-", () -> heat.temperature("Zug"))
        .trait("async-start");
    m("partners.HeatWarning", "hotTowns", "-", () -> heat.hotTowns(List.of("Zug", "Bern")))
        .trait("async-start");
    m("partners.HeatWarning", "isHot", "network", () -> heat.isHot("Zug"));
    m("partners.HeatWarning", "suffers", "-", () -> heat.suffers(Species.CAT));
    ReportPoller poller = new ReportPoller(Duration.ofMillis(5));
    m(
        "partners.ReportPoller",
        "await",
        "sleep",
        () -> {
          int[] n = {0};
          return poller.await(() -> ++n[0] < 3 ? Optional.empty() : Optional.of("r"), 5);
        });
    PushChannel push = new PushChannel(new InetSocketAddress("localhost", Servers.frames(3)));
    m(
        "partners.PushChannel",
        "exchange",
        "network",
        () -> push.exchange("{\"title\":\"Rex is ready\"}"));
    m(
        "partners.PushChannel",
        "frame",
        "-",
        hidden(null, "partners.PushChannel", "frame", "{\"title\":\"Rex is ready\"}"));
    PictureServer pictures = new PictureServer(URI.create(base));
    m("partners.PictureServer", "get", "network", () -> pictures.get("x.png"));

    // imports
    AnimalCsv csv = new AnimalCsv();
    String csvText =
        "id,name,species,born,weight,chip,owner\n"
            + LongStream.range(3000, 3400)
                .mapToObj(Main::animal)
                .map(
                    a ->
                        a.id()
                            + ","
                            + a.name()
                            + ","
                            + a.species()
                            + ","
                            + a.born()
                            + ","
                            + a.weight()
                            + ","
                            + a.chip()
                            + ","
                            + a.ownerId())
                .collect(Collectors.joining("\n"));
    Path csvFile = Files.writeString(tmp.resolve("shelter.csv"), csvText);
    m("imports.AnimalCsv", "parse", "text", () -> csv.parse(csvText))
        .trait("memory-stream")
        .computes();
    m("imports.AnimalCsv", "read", "disk,text", () -> csv.read(csvFile))
        .before(() -> cold(csvFile));
    String hl7 =
        "MSH|^~\\&|LAB|X|Y|Z|20240517101500||ORU^R01|1|P|2.3\rPID|1||17||Rex\rOBR|1|A17|||||20240517093000\r"
            + IntStream.range(0, 12)
                .mapToObj(
                    i -> "OBX|" + i + "|NM|T" + i + "^Test " + i + "||" + (i * 3.7) + "|mmol|1-5|N")
                .collect(Collectors.joining("\r"))
            + "\r";
    String hl7Batch =
        IntStream.range(0, 80).mapToObj(i -> hl7.replace('\r', '\n')).collect(Collectors.joining());
    Hl7Message parsed = Hl7Message.parse(hl7);
    m("imports.Hl7Message", "parse", "-", () -> Hl7Message.parse(hl7));
    m("imports.Hl7Message", "parseBatch", "text", () -> Hl7Message.parseBatch(hl7Batch)).computes();
    m("imports.Hl7Message", "toResult", "-", parsed::toResult);
    m("imports.Hl7Message", "field", "-", () -> parsed.field("OBR", 2));
    byte[] xml =
        ("<drugs>"
                + IntStream.range(0, 600)
                    .mapToObj(
                        i ->
                            "<drug code=\"D"
                                + i
                                + "\" name=\""
                                + any(WORDS)
                                + "\" dose=\""
                                + (i * 0.1)
                                + "\"><form>tablet</form></drug>")
                    .collect(Collectors.joining())
                + "</drugs>")
            .getBytes();
    FormularyReader formulary = new FormularyReader();
    m("imports.FormularyReader", "read", "serialization", () -> formulary.read(xml))
        .trait("memory-stream")
        .computes();
    VisitJson vj = new VisitJson(mapper);
    byte[] json = vj.write(some);
    byte[] jsonLines =
        some.subList(0, 20).stream()
            .map(
                v -> {
                  try {
                    return vj.one(v);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .collect(Collectors.joining("\n"))
            .getBytes();
    Path jsonFile = Files.write(tmp.resolve("visits.json"), json);
    m("imports.VisitJson", "read", "serialization", () -> vj.read(json)).computes();
    m("imports.VisitJson", "first", "-", () -> vj.first(jsonLines)).trait("memory-stream");
    m("imports.VisitJson", "write", "serialization", () -> vj.write(some))
        .trait("memory-stream")
        .computes();
    m("imports.VisitJson", "one", "-", () -> vj.one(some.get(0)));
    m("imports.VisitJson", "load", "serialization,disk", () -> vj.load(jsonFile))
        .before(() -> cold(jsonFile));
    Guidelines guidelines = new Guidelines();
    m("imports.Guidelines", "sections(String)", "text", () -> guidelines.sections(html)).computes();
    m("imports.Guidelines", "download", "network", () -> guidelines.download(base + "guide"));
    String dirty =
        "<p onclick=x>"
            + words(80)
            + "<script>alert(1)</script><a href='http://a.b'>l</a></p>".repeat(4);
    m("imports.Guidelines", "clean", "text", () -> guidelines.clean(dirty)).computes();
    ByteArrayOutputStream zipBytes = new ByteArrayOutputStream();
    try (var z = new java.util.zip.ZipOutputStream(zipBytes)) {
      for (int i = 0; i < 5; i++) {
        z.putNextEntry(new java.util.zip.ZipEntry("case/" + i + ".txt"));
        z.write(plain);
        z.closeEntry();
      }
    }
    ScanArchive archive = new ScanArchive();
    int[] fresh = {0};
    m(
            "imports.ScanArchive",
            "unpack",
            "disk",
            () ->
                archive.unpack(
                    new ByteArrayInputStream(zipBytes.toByteArray()), tmp.resolve("un" + fresh[0])))
        .before(() -> fresh[0]++);
    m("imports.ScanArchive", "sizes", "compression", () -> archive.sizes(zipBytes.toByteArray()))
        .trait("memory-stream")
        .computes();
    Path dropDir = Files.createDirectories(tmp.resolve("drop"));
    DropFolder drop = new DropFolder(dropDir);
    int[] dropped = {0};
    m("imports.DropFolder", "next", "disk", () -> drop.next(1000))
        .before(
            () ->
                later(
                    3,
                    () -> {
                      Path p = Files.createFile(dropDir.resolve("n" + dropped[0]++ + ".tmp"));
                    }));
    Path busyDir = Files.createDirectories(tmp.resolve("busy"));
    for (int i = 0; i < 60; i++)
      Files.createFile(busyDir.resolve("r" + i + (i % 2 == 0 ? ".hl7" : ".txt")));
    DropFolder busy = new DropFolder(busyDir);
    m("imports.DropFolder", "waiting", "disk", busy::waiting);
    m("imports.DropFolder", "accepts", "-", () -> busy.accepts(jsonFile));
    Path[] moved = new Path[1];
    int[] mv = {0};
    m(
            "imports.DropFolder",
            "archive",
            "disk",
            () -> {
              busy.archive(moved[0]);
              return 0;
            })
        .before(() -> moved[0] = Files.writeString(busyDir.resolve("m" + mv[0]++ + ".tmp"), "x"));

    // exports
    Exports exports = Exports.load();
    CsvExporter ce = new CsvExporter();
    m("exports.CsvExporter", "asText", "text", () -> ce.asText(some)).computes();
    m("exports.Exports", "load", "-", Exports::load);
    m("exports.Exports", "official", "-", Exports::official);
    m("exports.Exports", "forFormat", "-", () -> exports.forFormat("csv"));
    m("exports.Exports", "bytes", "serialization", () -> exports.bytes("xml", some))
        .trait("memory-stream")
        .computes();
    m(
        "exports.Exports",
        "toFile",
        "disk",
        () -> {
          exports.toFile("csv", some, tmp.resolve("out.csv"));
          return 0;
        });
    InvoicePdf ip = new InvoicePdf();
    m("exports.InvoicePdf", "render", "other,compression", () -> ip.render(invoice))
        .trait("memory-stream")
        .computes();
    m("exports.InvoicePdf", "text", "other", () -> ip.text(pdf)).computes();
    m("exports.InvoicePdf", "fileName", "-", () -> ip.fileName(invoice));
    CalendarFeed feed = new CalendarFeed();
    m("exports.CalendarFeed", "of", "-", () -> feed.of(day)).trait("memory-stream");
    CaseBundle bundle = new CaseBundle();
    Map<String, byte[]> papers = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) papers.put("p" + i + ".txt", plain);
    m("exports.CaseBundle", "pack", "compression", () -> bundle.pack(papers))
        .trait("memory-stream")
        .computes();
    m("exports.CaseBundle", "store", "compression", () -> bundle.store(papers, tmp));
    NightlyBackup backup = new NightlyBackup(dao);
    m("exports.NightlyBackup", "run", "database", () -> backup.run(tmp.resolve("owners.gz")));
    Path oldDir = Files.createDirectories(tmp.resolve("old"));
    int[] od = {0};
    m("exports.NightlyBackup", "prune", "disk", () -> backup.prune(oldDir, 3))
        .before(
            () -> {
              for (int i = 0; i < 4; i++)
                Files.writeString(oldDir.resolve("b" + (100000 + od[0]++) + ".gz"), "x");
            });
    // search
    KnowledgeIndex index = KnowledgeIndex.inMemory();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) texts.put("n" + i, words(120));
    for (int k = 0; k < 20; k++) {
      Map<String, String> more = new LinkedHashMap<>();
      for (int i = 0; i < 40; i++) more.put("k" + k + "-" + i, words(80));
      index.put(more);
    }
    index.commit();
    m(
            "search.KnowledgeIndex",
            "put",
            "text",
            () -> {
              index.put(texts);
              return 0;
            })
        .computes();
    m("search.KnowledgeIndex", "find", "text", () -> index.find("heart murmur grade", 10))
        .computes();
    m(
        "search.KnowledgeIndex",
        "parse",
        "-",
        hidden(index, "search.KnowledgeIndex", "parse", "heart murmur grade"));
    KnowledgeIndex disk = KnowledgeIndex.at(tmp.resolve("lucene"));
    m(
            "search.KnowledgeIndex",
            "commit",
            "disk,text",
            () -> {
              disk.commit();
              return 0;
            })
        .before(() -> disk.put(Map.of("z", words(100))));
    // cache
    com.pawlane.clinic.cache.Directory directory = new com.pawlane.clinic.cache.Directory(dao, 20);
    AtomicLong nextOwner = new AtomicLong();
    m(
        "cache.Directory",
        "owner",
        "database",
        () -> directory.owner(nextOwner.incrementAndGet() % 600 + 1));
    com.pawlane.clinic.cache.Directory warm = new com.pawlane.clinic.cache.Directory(dao, 100);
    warm.owner(5);
    m("cache.Directory", "known", "-", () -> warm.known(5));
    m(
        "cache.Directory",
        "forget",
        "-",
        () -> {
          warm.forget(7);
          return 0;
        });
    m("cache.Directory", "nickname", "-", () -> warm.nickname("Rexina"));
    Path priceFile =
        Files.writeString(
            tmp.resolve("prices.csv"),
            IntStream.range(0, 400)
                .mapToObj(i -> "T" + i + ";" + (i * 130))
                .collect(Collectors.joining("\n")));
    PriceList prices = new PriceList(priceFile);
    m("cache.PriceList", "priceOf", "-", () -> prices.priceOf("T17"));
    m("cache.PriceList", "surcharge", "-", () -> prices.surcharge(22));
    m("cache.PriceList", "load", "disk,text", hidden(prices, "cache.PriceList", "load"))
        .before(() -> cold(priceFile));
    String dna =
        R.ints(400, 0, 4).mapToObj(i -> "ACGT".substring(i, i + 1)).collect(Collectors.joining());
    GeneTables genes = new GeneTables(dna, 50);
    String[] markers =
        IntStream.range(0, 500)
            .mapToObj(
                k ->
                    R.ints(200, 0, 4)
                        .mapToObj(i -> "ACGT".substring(i, i + 1))
                        .collect(Collectors.joining()))
            .toArray(String[]::new);
    AtomicInteger nm = new AtomicInteger();
    m(
            "cache.GeneTables",
            "score",
            "text,maths",
            () -> genes.score(markers[nm.incrementAndGet() % 500]))
        .computes();
    // rooms
    RoomLedger ledger = new RoomLedger();
    Step hold =
        () -> {
          CountDownLatch in = new CountDownLatch(1);
          Servers.threads.execute(
              () -> {
                try {
                  ledger.inTheatre(
                      "other",
                      () -> {
                        in.countDown();
                        Servers.pause(4);
                        return 0;
                      });
                } catch (Exception e) {
                }
              });
          in.await();
        };
    m("rooms.RoomLedger", "inTheatre", "lock", () -> ledger.inTheatre("us", () -> 1)).before(hold);
    m("rooms.RoomLedger", "enter", "lock", () -> ledger.enter("us", Duration.ofSeconds(1)))
        .before(hold);
    m(
        "rooms.RoomLedger",
        "assign",
        "-",
        () -> {
          ledger.assign("R1", "us");
          return 0;
        });
    m("rooms.RoomLedger", "overview", "-", ledger::overview);
    XrayMachine machine = new XrayMachine();
    m("rooms.XrayMachine", "expose", "lock", () -> machine.expose(() -> {}))
        .before(
            () -> {
              CountDownLatch in = new CountDownLatch(2);
              for (int i = 0; i < 2; i++)
                Servers.threads.execute(
                    () -> {
                      try {
                        machine.expose(
                            () -> {
                              in.countDown();
                              try {
                                in.await();
                              } catch (InterruptedException e) {
                              }
                              Servers.pause(4);
                            });
                      } catch (InterruptedException e) {
                      }
                    });
              in.await();
            });
    m("rooms.XrayMachine", "busy", "-", machine::busy);
    WaitingRoom room = new WaitingRoom();
    m("rooms.WaitingRoom", "callNext", "lock", room::callNext)
        .before(
            () -> {
              room.emptyAll();
              later(3, () -> room.arrive(some.get(3)));
            });
    WaitingRoom full = new WaitingRoom();
    m(
            "rooms.WaitingRoom",
            "arrive",
            "-",
            () -> {
              full.arrive(some.get(1));
              return 0;
            })
        .before(() -> full.emptyAll());
    m("rooms.WaitingRoom", "peekNext", "-", full::peekNext);
    m("rooms.WaitingRoom", "emptyAll", "-", full::emptyAll)
        .before(
            () -> {
              full.emptyAll();
              some.subList(0, 12).forEach(full::arrive);
            });
    ShiftGate[] gate = {new ShiftGate(1)};
    m(
        "rooms.ShiftGate",
        "report",
        "-",
        () -> {
          gate[0].report();
          return 0;
        });
    m(
            "rooms.ShiftGate",
            "awaitStations",
            "lock",
            () -> {
              gate[0].awaitStations();
              return 0;
            })
        .before(
            () -> {
              ShiftGate x = gate[0] = new ShiftGate(2);
              later(2, x::report);
              later(3, x::report);
            });
    m(
        "rooms.ShiftGate",
        "open",
        "-",
        () -> {
          gate[0].open();
          return 0;
        });
    m(
            "rooms.ShiftGate",
            "awaitOpen",
            "lock",
            () -> {
              gate[0].awaitOpen();
              return 0;
            })
        .before(
            () -> {
              ShiftGate x = gate[0] = new ShiftGate(2);
              later(3, x::open);
            });
    // tools
    ToolRunner tools = new ToolRunner();
    m("tools.ToolRunner", "version", "process", () -> tools.version("tar"));
    m("tools.ToolRunner", "run", "process", () -> tools.run(tmp, "gzip", "-kf", "xray.png"));
    m("tools.ToolRunner", "filter", "process", () -> tools.filter(history, "sort"));
    m(
        "tools.ToolRunner",
        "command",
        "-",
        hidden(tools, "tools.ToolRunner", "command", (Object) new String[] {"file", "x"}));
    FormTemplates forms = FormTemplates.create(Files.createDirectories(tmp.resolve("forms")));
    for (int i = 0; i < 20; i++) forms.revise("consent.md", words(100), "vet");
    m("tools.FormTemplates", "revise", "disk", () -> forms.revise("consent.md", words(100), "vet"));
    m("tools.FormTemplates", "history", "disk,compression", () -> forms.history("consent.md"));
    Path lockFile = tmp.resolve("station.lock");
    Files.createFile(lockFile);
    Process other =
        new ProcessBuilder(
                "python3",
                "-u",
                "-c",
                "import sys,fcntl,time\nf=open(sys.argv[1],'r+')\nfor l in sys.stdin:\n  fcntl.lockf(f,fcntl.LOCK_EX)\n  print('x',flush=True)\n  time.sleep(0.005)\n  fcntl.lockf(f,fcntl.LOCK_UN)\n",
                lockFile.toString())
            .start();
    StationLock station = new StationLock(lockFile);
    m(
            "tools.StationLock",
            "exclusively",
            "lock",
            () -> {
              station.exclusively(() -> {});
              return 0;
            })
        .before(
            () -> {
              other.getOutputStream().write('\n');
              other.getOutputStream().flush();
              other.getInputStream().read();
              other.getInputStream().read();
            });
    // desk
    String fifo = System.getProperty("fifo");
    OutputStream typist = new FileOutputStream(fifo);
    FrontDesk desk = new FrontDesk();
    m("desk.FrontDesk", "prompt", "input", desk::prompt)
        .before(
            () ->
                later(
                    4,
                    () -> {
                      typist.write("find 9000117\n".getBytes());
                      typist.flush();
                    }));
    m("desk.FrontDesk", "confirm", "input", () -> desk.confirm("Sure?"))
        .before(
            () ->
                later(
                    4,
                    () -> {
                      typist.write("y".getBytes());
                      typist.flush();
                    }));
    m("desk.FrontDesk", "askNumber", "input", desk::askNumber)
        .before(
            () ->
                later(
                    4,
                    () -> {
                      typist.write("17\n".getBytes());
                      typist.flush();
                    }));
    m(
        "desk.FrontDesk",
        "understand",
        "-",
        hidden(null, "desk.FrontDesk", "understand", "find 9000117 today"));
    m(
        "desk.FrontDesk",
        "table",
        "-",
        hidden(
            null,
            "desk.FrontDesk",
            "table",
            IntStream.range(0, 10).mapToObj(i -> new String[] {"Rex", "R1", "10:15"}).toList()));
    // events
    ExecutorService quiet = Executors.newFixedThreadPool(2);
    EventBus bus = new EventBus(quiet);
    bus.listen(e -> Servers.pause(0.2));
    ClinicEvent paid = new ClinicEvent.Paid(17, new Money(1200));
    m(
            "events.EventBus",
            "publish",
            "-",
            () -> {
              bus.publish(paid);
              return 0;
            })
        .trait("async-start")
        .before(() -> Servers.pause(0.4));
    EventBus journal = new EventBus(quiet);
    m("events.EventBus", "nextOfJournal", "lock", () -> journal.nextOfJournal(1000))
        .before(() -> later(3, () -> journal.publish(paid)));
    m("events.EventBus", "headline", "-", () -> bus.headline(paid));
    // schedule
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    ReminderPlan plan = new ReminderPlan(store, sms, timer);
    m(
            "schedule.ReminderPlan",
            "everyMorning",
            "-",
            () -> {
              var f = plan.everyMorning(may);
              f.cancel(false);
              return f;
            })
        .trait("async-start");
    m("schedule.ReminderPlan", "remind", "network,database", () -> plan.remind(may));
    m(
        "schedule.ReminderPlan",
        "text",
        "-",
        hidden(null, "schedule.ReminderPlan", "text", day.get(0)));
    Jobs jobs = new Jobs();
    AtomicInteger jn = new AtomicInteger();
    m(
            "schedule.Jobs",
            "nightly",
            "other",
            () -> jobs.nightly("j" + jn.incrementAndGet(), Jobs.CleanSessions.class))
        .trait("async-start");
    m("schedule.Jobs", "stop", "-", () -> jobs.stop("s"))
        .before(() -> jobs.nightly("s", Jobs.CleanSessions.class));
    m("schedule.Jobs", "at", "-", hidden(jobs, "schedule.Jobs", "at", "n", "0 30 2 * * ?"));
    SlotFinder slots = new SlotFinder();
    m("schedule.SlotFinder", "slots", "-", () -> slots.slots(LocalDateTime.of(2024, 5, 17, 8, 0)));
    List<Appointment> month =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    new Appointment(
                        i,
                        i,
                        "R1",
                        LocalDateTime.of(2024, 5, 1 + i / 20, 8, 0).plusMinutes(30 * (i % 20)),
                        Duration.ofMinutes(30),
                        "c"))
            .toList();
    m(
            "schedule.SlotFinder",
            "firstFree",
            "other",
            () ->
                slots.firstFree(
                    month, "R1", LocalDateTime.of(2024, 5, 1, 8, 0), Duration.ofMinutes(30)))
        .computes();
    // service
    CheckIn checkIn = new CheckIn(animals, chips, directory, audit, full, bus);
    m("service.CheckIn", "arrive", "database,disk", () -> checkIn.arrive("9000117", 4, "limps"));
    m(
        "service.CheckIn",
        "greeting",
        "database",
        () -> checkIn.greeting(1 + nextOwner.incrementAndGet() % 600));
    m(
        "service.CheckIn",
        "visitOf",
        "-",
        hidden(null, "service.CheckIn", "visitOf", rex, 4, " limps "));
    Billing billing = new Billing(invoices, ip, signer, mailbox);
    m(
        "service.Billing",
        "send",
        "network",
        () -> {
          billing.send(invoice);
          return 0;
        });
    m(
        "service.Billing",
        "issue",
        "database",
        () -> {
          billing.issue(new Invoice("B" + ids.incrementAndGet(), anna, may, invoice.lines()));
          return 0;
        });
    m("service.Billing", "openAmount", "database", () -> billing.openAmount(3));
    m("service.Billing", "estimate", "-", () -> billing.estimate(invoice.lines(), 5));
    Statements statements = new Statements(invoices, ip);
    for (int o = 700; o < 704; o++)
      for (int i = 0; i < 40; i++)
        invoices.add(new InvoiceEntity("S" + o + "-" + i, o, may, 1000 + i));
    List<Owner> debtors =
        LongStream.range(700, 704)
            .mapToObj(i -> new Owner(i, "Eva", "Klein", "Weg 1", "Zug", "e@example.org", "041"))
            .toList();
    m("service.Statements", "monthly", "database", () -> statements.monthly(debtors));
    m("service.Statements", "onDemand", "-", statements::onDemand);
    PictureArchive keeper = new PictureArchive(pictures, cipher, tmp);
    keeper.keep("k.png");
    m("service.PictureArchive", "keep", "network", () -> keeper.keep("k.png"));
    m("service.PictureArchive", "restore", "crypto,disk", () -> keeper.restore("k.png"))
        .before(() -> cold(tmp.resolve("k.png.sealed")));
    m(
        "service.PictureArchive",
        "path",
        "-",
        hidden(keeper, "service.PictureArchive", "path", "a/b.png"));
    Dashboard dashboard = new Dashboard(animals, store, lab, pool);
    m("service.Dashboard", "load", "network,database", () -> dashboard.load(17, may, "A17"));
    m(
            "service.Dashboard",
            "prefetch",
            "-",
            () -> {
              dashboard.prefetch(may);
              return 0;
            })
        .trait("async-start")
        .before(() -> Servers.pause(8));
    Dashboard dash2 = new Dashboard(animals, store, lab, pool);
    m("service.Dashboard", "today", "database", dash2::today).before(() -> dash2.prefetch(may));
    m(
        "service.Dashboard",
        "countAnimals",
        "database",
        () -> dashboard.countAnimals(List.of(1L, 2L, 3L, 4L, 5L, 6L)));
    LabSync sync = new LabSync(lab, retry, bus);
    Path hl7File = Files.writeString(tmp.resolve("batch.hl7"), hl7Batch);
    m("service.LabSync", "fetch", "network", () -> sync.fetch("A17"));
    m("service.LabSync", "readDrop", "text", () -> sync.readDrop(hl7File));
    List<LabResult> results =
        IntStream.range(0, 400)
            .mapToObj(
                i -> {
                  Map<String, Double> v = new LinkedHashMap<>();
                  for (String t : List.of("K", "NA", "GLU", "ALT", "CREA"))
                    v.put(t, R.nextGaussian() * 3 + 10);
                  return new LabResult("A" + i, i, Instant.EPOCH, v);
                })
            .toList();
    m("service.LabSync", "outliers", "maths", () -> sync.outliers(results)).computes();
    m("service.LabSync", "critical", "-", () -> sync.critical(results.get(0)));
    Intake intake = new Intake(csv, animals);
    m("service.Intake", "takeOver", "database", () -> intake.takeOver(csvFile));
    m("service.Intake", "preview", "text", () -> intake.preview(csvText)).computes();
    PasswordService web = new PasswordService(6);
    String webStored = web.hash("tail-wag");
    Accounts accounts = new Accounts(dao, web, tokens);
    m(
        "service.Accounts",
        "logIn",
        "database,crypto",
        () -> accounts.logIn(5, "tail-wag", webStored));
    m("service.Accounts", "enteredTwice", "database,text", accounts::enteredTwice);
    m("service.Accounts", "sameHousehold", "-", () -> accounts.sameHousehold(anna, owners.get(3)));
    Radiology radiology = new Radiology(pictures, thumbs, pool);
    m(
        "service.Radiology",
        "forPhone",
        "network,image,compression",
        () -> radiology.forPhone("x.png"));
    m("service.Radiology", "enhance", "image", () -> radiology.enhance(xray)).computes();
    m(
            "service.Radiology",
            "histograms",
            "image",
            () -> radiology.histograms(List.of(xray, xray, xray)))
        .pool(2)
        .computes();
    Transfer transfer = new Transfer(bundle, cipher);
    byte[] shortHistory = history.substring(0, 18_000).getBytes();
    byte[] longHistory = history.repeat(4).getBytes();
    byte[] sealedHistory = cipher.seal(Packing.pack(longHistory));
    m("service.Transfer", "seal", "compression", () -> transfer.seal(papers)).computes();
    m(
        "service.Transfer",
        "toStick",
        "disk,compression",
        () -> {
          transfer.toStick(shortHistory, tmp.resolve("stick.bin"));
          return 0;
        });
    m(
            "service.Transfer",
            "fromStick",
            "crypto,compression",
            () -> transfer.fromStick(sealedHistory))
        .computes();
    m("service.Transfer", "index", "-", () -> transfer.index(papers)).trait("memory-stream");
    String settingsText =
        IntStream.range(0, 30).mapToObj(i -> "key" + i + "=" + i).collect(Collectors.joining("\n"));
    Path settingsFile = Files.writeString(tmp.resolve("branch.properties"), settingsText);
    Settings settings = Settings.parse(settingsText);
    m("service.Settings", "parse", "-", () -> Settings.parse(settingsText)).trait("memory-stream");
    m("service.Settings", "read", "disk", () -> Settings.read(settingsFile))
        .before(() -> cold(settingsFile));
    m(
        "service.Settings",
        "save",
        "disk",
        () -> {
          settings.save(tmp.resolve("saved.properties"));
          return 0;
        });
    m("service.Settings", "number", "-", () -> settings.number("key7", 1));
    Path defaults = Files.createDirectories(tmp.resolve("defaults"));
    for (int i = 0; i < 10; i++) Files.writeString(defaults.resolve("d" + i + ".txt"), words(200));
    m(
        "service.Settings",
        "copyDefaults",
        "disk",
        () -> {
          Settings.copyDefaults(defaults, tmp.resolve("copy"));
          return 0;
        });
    Journal robot = new Journal(tmp.resolve("robot.map"), 1 << 18);
    m(
        "service.Journal",
        "step",
        "-",
        () -> {
          robot.step("arm 3 to 17.2");
          return 0;
        });
    m(
            "service.Journal",
            "persist",
            "disk",
            () -> {
              robot.persist();
              return 0;
            })
        .before(() -> robot.step("arm 3 to 17.2"));
    m("service.Journal", "fingerprint", "-", robot::fingerprint);
    m("ClinicApp", "mapper", "-", ClinicApp::mapper);
  }

  static final List<Database> opened = new ArrayList<>();
}
