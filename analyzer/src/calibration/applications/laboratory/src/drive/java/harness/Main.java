package harness;

import static harness.Bench.*;

import com.unboundid.ldap.listener.*;
import java.awt.*;
import java.awt.image.BufferedImage;
import java.io.*;
import java.lang.reflect.*;
import java.net.*;
import java.nio.*;
import java.nio.file.*;
import java.sql.*;
import java.time.*;
import java.util.*;
import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.imageio.ImageIO;
import org.sandpiper.lab.LabApplication;
import org.sandpiper.lab.analyzer.*;
import org.sandpiper.lab.archive.*;
import org.sandpiper.lab.domain.*;
import org.sandpiper.lab.domain.Order;
import org.sandpiper.lab.genomics.*;
import org.sandpiper.lab.hl7.*;
import org.sandpiper.lab.messaging.*;
import org.sandpiper.lab.ops.*;
import org.sandpiper.lab.portal.*;
import org.sandpiper.lab.quality.*;
import org.sandpiper.lab.report.*;
import org.sandpiper.lab.service.*;
import org.sandpiper.lab.store.*;
import org.sandpiper.lab.web.*;

public final class Main {
  static final Random R = new Random(5);
  static final String[] ANALYTES = "NA K CREA GLU CRP HB TSH ALT AST LDH CA UREA".split(" ");
  static final String[] WORDS =
      ("specimen tissue biopsy margin tumour cells mitosis normal mucosa gastric chronic inflammation moderate severe lymphocytes stroma gland atrophy colonies growth gram "
              + "negative rods positive cocci clusters sensitive resistant penicillin plasma haemolysis icteric lipaemic repeat confirmed sample volume insufficient")
          .split(" ");
  static Path tmp;

  static <T> T any(T[] a) {
    return a[R.nextInt(a.length)];
  }

  static String words(int n) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) b.append(i == 0 ? "" : " ").append(any(WORDS));
    return b.toString();
  }

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

  interface Held {
    void run(Runnable in) throws Exception;
  }

  /** Another thread is inside for 3 ms. */
  static void hold(Held h) throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    Servers.threads.execute(
        () -> {
          try {
            h.run(
                () -> {
                  in.countDown();
                  Servers.pause(3);
                });
          } catch (Exception e) {
            e.printStackTrace();
          }
        });
    in.await();
  }

  static Result result(String acc, int i) {
    return new Result(
        i,
        acc,
        ANALYTES[i % 12],
        40 + R.nextInt(600) / 10.0,
        "mmol/L",
        Instant.parse("2024-05-01T08:00:00Z").plusSeconds(60L * i),
        Result.Status.VERIFIED);
  }

  static List<Result> results(String acc, int n) {
    return IntStream.range(0, n).mapToObj(i -> result(acc, i)).collect(Collectors.toList());
  }

  static String bases(int n) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) b.append("ACGT".charAt(R.nextInt(4)));
    return b.toString();
  }

  static byte[] jpeg(BufferedImage b) throws IOException {
    ByteArrayOutputStream o = new ByteArrayOutputStream();
    ImageIO.write(b, "jpg", o);
    return o.toByteArray();
  }

  static Http.Request get(String... q) {
    Map<String, String> m = new HashMap<>();
    for (int i = 0; i < q.length; i += 2) m.put(q[i], q[i + 1]);
    return new Http.Request("GET", "/x", m, "", new byte[0]);
  }

  static Http.Request post(byte[] body, String... q) {
    return new Http.Request("POST", "/x", get(q).query(), "", body);
  }

  static String order(String acc, int mrn) {
    return "MSH|^~\\&|WARD|KH|SANDPIPER|LAB|20240517||ORM^O01|C"
        + acc
        + "|P|2.3\rPID|1||M"
        + mrn
        + "||Meier^Anna||19610212|F|||Hauptstr. 5^^Hamburg^^20095\rPV1|1|I|W"
        + mrn % 20
        + "^12\r"
        + "ORC|NW|1|"
        + acc
        + "|||||||||77^Schulz^Eva\rOBR|1|1||NA^Sodium|||202405170810\rOBR|2|1||K^Potassium|||202405170810\rNTE|1||"
        + words(6)
        + "\rOBR|3|1||CREA^Creatinine|||202405170810\r";
  }

  public static void main(String[] args) throws Exception {
    String out = args[0];
    String only = args.length > 1 ? args[1] : "";
    tmp =
        Files.createDirectories(Path.of(args[2]).resolve("r" + System.currentTimeMillis()))
            .toAbsolutePath()
            .normalize();
    System.setProperty("java.awt.headless", "true");
    System.setProperty("sandpiper.log", tmp.resolve("log").toString());
    java.util.logging.LogManager.getLogManager().reset();
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
          w.printf(
              "%s\t%s\t%s\tERROR\t%s at %s%n",
              e.cls,
              e.method,
              e.desc,
              c.toString().replace('\n', ' ').replace('\t', ' '),
              Arrays.stream(c.getStackTrace()).limit(8).toList());
        }
        w.flush();
      }
      System.err.println(
          (System.currentTimeMillis() - t) / 1000 + " s, " + entries.size() + " registered");
    }
    System.exit(0);
  }

  static void register() throws Exception {
    // domain
    Patient anna =
        new Patient("M7", "Meier", "Anna", LocalDate.of(1961, 2, 12), Patient.Sex.FEMALE, "W7");
    LocalDate day = LocalDate.of(2024, 5, 17);
    Result one = result("24A00007", 3);
    Range range = new Range("NA", "mmol/L", 135, 145, 120, 160);
    m("domain.Patient", "ageOn", "-", () -> anna.ageOn(day));
    m("domain.Patient", "displayName", "-", anna::displayName);
    m("domain.Result", "with", "-", () -> one.with(Result.Status.HELD));
    m("domain.Range", "judge", "-", () -> range.judge(150));
    m("domain.Verdict", "flag", "-", () -> Verdict.flag(range.judge(150)));
    m("domain.Order", "checkCharacter", "-", () -> Order.checkCharacter("24A00007"));

    // hl7
    StringBuilder big =
        new StringBuilder(
            "MSH|^~\\&|LAB|KH|W|X|20240517||ORU^R01|4711|P|2.3\rPID|1||M7||Meier^Anna||19610212|F\r");
    for (int i = 0; i < 400; i++)
      big.append(
          "OBX|"
              + i
              + "|NM|"
              + ANALYTES[i % 12]
              + "^"
              + words(2)
              + "^L||"
              + i
              + ".5|mmol/L|3 - 9~1 - 2|N|||F|||2024051708"
              + (10 + i % 50)
              + "||"
              + words(1)
              + "\\T\\"
              + words(1)
              + "\r");
    String oru = big.toString();
    Hl7Parser parser = new Hl7Parser();
    Hl7Message message = parser.parse(oru), orm = parser.parse(order("24A00007", 7));
    OrderMapper mapper = new OrderMapper();
    m("hl7.Hl7Parser", "parse", "text", () -> parser.parse(oru)).computes();
    m("hl7.Hl7Parser", "escape", "-", hidden(null, "hl7.Hl7Parser", "escape", "a|b^c and more"));
    m("hl7.Hl7Message", "first", "-", () -> message.first("PID"));
    m("hl7.Hl7Message", "encode", "text", message::encode).computes();
    m("hl7.Hl7Message", "controlId", "-", message::controlId);
    m("hl7.OrderMapper", "patient", "-", () -> mapper.patient(orm));
    m("hl7.OrderMapper", "ack", "-", () -> mapper.ack(orm, "AA"));
    m("hl7.MllpLink", "frame", "-", hidden(null, "hl7.MllpLink", "frame", order("24A00007", 7)))
        .trait("memory-stream");
    int wardPort = Servers.mllp(5);
    MllpLink link = new MllpLink("localhost", wardPort);
    m("hl7.MllpLink", "send", "network", () -> link.send(orm));
    m("hl7.MllpLink", "getSent", "-", link::getSent);
    MessageSpool mine = new MessageSpool(tmp.resolve("spool1").toFile());
    AtomicInteger ids = new AtomicInteger();
    File[] last = new File[1];
    m("hl7.MessageSpool", "keep", "disk", () -> last[0] = mine.keep(orm))
        .before(
            () -> {
              if (last[0] != null) last[0].delete();
            });
    File kept = Files.writeString(tmp.resolve("one.hl7"), oru).toFile();
    m("hl7.MessageSpool", "load", "disk,text", () -> mine.load(kept))
        .before(() -> cold(kept.toPath()));
    m("hl7.MessageSpool", "await", "lock", () -> mine.await("A", 1000))
        .before(() -> later(3, () -> mine.remember("A", orm)));
    m(
        "hl7.MessageSpool",
        "remember",
        "-",
        () -> {
          mine.remember("B", orm);
          return 0;
        });

    // analyzer
    byte[] frame = AstmFrame.encode(1, "R|1|^^^NA|140.2|mmol/L");
    m("analyzer.AstmFrame", "encode", "-", () -> AstmFrame.encode(1, "R|1|^^^NA|140.2|mmol/L"));
    m("analyzer.AstmFrame", "decode", "-", () -> AstmFrame.decode(frame, frame.length));
    List<byte[]> chem = new ArrayList<>(), blood = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      chem.add(AstmFrame.encode(i, "R|" + i + "|^^^" + ANALYTES[i] + "|" + (40 + i) + ".2|mmol/L"));
      blood.add(AstmFrame.encode(i, "R|" + i + "|" + ANALYTES[i] + "|" + (4000 + i) + "|F"));
    }
    chem.add(AstmFrame.encode(7, "L|1|N"));
    blood.add(AstmFrame.encode(7, "L|1|N"));
    int chemPort = Servers.astm(3, true, chem), bloodPort = Servers.astm(3, false, blood);
    ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    recorded.write(6);
    recorded.write(6);
    for (byte[] f : chem) recorded.write(f);
    byte[] recording = recorded.toByteArray();
    ChemistryDriver chemistry = new ChemistryDriver(new SocketTransport("localhost", chemPort));
    m("analyzer.AnalyzerDriver", "query", "network", () -> chemistry.query("24A00007"));
    m(
        "analyzer.ChemistryDriver",
        "interpret",
        "-",
        hidden(
            chemistry,
            "analyzer.ChemistryDriver",
            "interpret",
            "24A1",
            "R|1|^^^NA|140.2|mmol/L",
            Instant.EPOCH));
    m(
        "analyzer.SocketTransport",
        "write",
        "-",
        hidden(
            new SocketTransport(
                "localhost",
                Servers.serve(s -> s.getInputStream().transferTo(OutputStream.nullOutputStream()))),
            "analyzer.SocketTransport",
            "write",
            new byte[] {5}));
    List<FourParameterFit.Standard> standards =
        IntStream.range(0, 8)
            .mapToObj(
                i -> {
                  double x = 0.1 * Math.pow(3, i);
                  return new FourParameterFit.Standard(
                      x, 2000 + (50 - 2000) / (1 + Math.pow(x / 12, 1.2)) + i % 3);
                })
            .toList();
    FourParameterFit fitted = FourParameterFit.fit(standards);
    m("analyzer.FourParameterFit", "fit", "maths", () -> FourParameterFit.fit(standards))
        .computes();
    m("analyzer.FourParameterFit", "concentration", "-", () -> fitted.concentration(700));
    float[] trace = new float[40_000];
    for (int i = 0; i < trace.length; i++)
      trace[i] =
          (float) (100 + R.nextInt(4) + 900 * Math.pow(Math.max(0, Math.sin(i / 300.0)), 60));
    ByteBuffer tb = ByteBuffer.allocate(16 + trace.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    tb.position(16);
    tb.asFloatBuffer().put(trace);
    Path inbox = Files.createDirectories(tmp.resolve("home/inbox"));
    Path traceFile = Files.write(tmp.resolve("a.trc"), tb.array());
    ByteArrayOutputStream oldTrace = new ByteArrayOutputStream();
    DataOutputStream od = new DataOutputStream(oldTrace);
    od.writeInt(20_000);
    for (int i = 0; i < 20_000; i++) od.writeFloat(trace[i]);
    m("analyzer.TraceReader", "read", "disk", () -> TraceReader.read(traceFile))
        .before(() -> cold(traceFile));
    m(
            "analyzer.TraceReader",
            "fromBlob",
            "serialization,other",
            () -> TraceReader.fromBlob(oldTrace.toByteArray()))
        .trait("memory-stream")
        .computes();
    double[] smooth = Peaks.smooth(trace);
    m("analyzer.Peaks", "smooth", "maths", () -> Peaks.smooth(trace)).computes();
    m("analyzer.Peaks", "baseline", "maths", () -> Peaks.baseline(smooth, 200)).computes();
    m("analyzer.Peaks", "find", "maths", () -> Peaks.find(trace, 20)).computes();
    List<Peaks.Peak> peaks = Peaks.find(trace, 20);
    m("analyzer.Peaks", "ratio", "-", () -> Peaks.ratio(peaks.get(0), peaks.get(1)));
    m("service.DeviceHub", "positions", "-", () -> DeviceHub.positions(peaks));

    // world
    org.h2.tools.Server h2 =
        org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    String url =
        "jdbc:h2:tcp://localhost:"
            + Servers.proxy(h2.getPort(), 0.6)
            + "/mem:lab;DB_CLOSE_DELAY=-1";
    String direct = "jdbc:h2:tcp://localhost:" + h2.getPort() + "/mem:lab;DB_CLOSE_DELAY=-1";
    Connection setup = DriverManager.getConnection(direct, "sa", "");
    try (Statement s = setup.createStatement()) {
      for (String q :
          List.of(
              "create table patient(mrn varchar(20) primary key, family varchar(60), given varchar(60), born date, sex varchar(1), ward varchar(10))",
              "create index pw on patient(ward)",
              "create table lab_order(accession varchar(20) primary key, mrn varchar(20), requester varchar(60), collected timestamp(6) with time zone, urgent boolean, order_state varchar(10))",
              "create index om on lab_order(mrn)",
              "create table lab_test(id varchar(40) primary key, accession varchar(20), code varchar(20))",
              "create index ta on lab_test(accession)",
              "create table result(id bigint generated by default as identity primary key, accession varchar(20), analyte varchar(20), amount double, unit varchar(20), measured timestamp, status varchar(12))",
              "create index ra on result(accession)",
              "create index rm on result(analyte, measured)",
              "create table analyte(code varchar(20) primary key, unit varchar(20), low double, high double, panic_low double, panic_high double, price int)"))
        s.execute(q);
      for (String a : ANALYTES)
        s.execute("insert into analyte values('" + a + "','mmol/L',45,95,1,900,250)");
      for (int i = 0; i < 400; i++)
        s.execute("insert into analyte values('X" + i + "','mmol/L',45,95,1,900," + i + ")");
      for (int i = 0; i < 400; i++)
        s.execute(
            "insert into patient values('M"
                + i
                + "','Meier','Anna','19"
                + (40 + i % 60)
                + "-02-12','F','W"
                + i % 20
                + "')");
      for (int i = 0; i < 600; i++) {
        s.execute(
            "insert into lab_order values('24A"
                + (10000 + i)
                + "','M"
                + i % 200
                + "','Schulz',timestamp '2026-05-17 08:10:00',false,'OPEN')");
        for (String t : List.of("NA", "K", "CREA", "GLU"))
          s.execute(
              "insert into lab_test values('24A"
                  + (10000 + i)
                  + "/"
                  + t
                  + "','24A"
                  + (10000 + i)
                  + "','"
                  + t
                  + "')");
        for (int k = 0; k < 30; k++)
          if (k < 8 || i < 60)
            s.execute(
                "insert into result(accession, analyte, amount, unit, measured, status) values('24A"
                    + (10000 + i)
                    + "','"
                    + ANALYTES[k % 12]
                    + "',"
                    + (60 + R.nextInt(200) / 10.0)
                    + ",'mmol/L',dateadd(day,-"
                    + R.nextInt(390)
                    + ",current_timestamp),'VERIFIED')");
      }
    }
    InMemoryDirectoryServerConfig lc = new InMemoryDirectoryServerConfig("dc=lab");
    lc.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("x", InetAddress.getLoopbackAddress(), 0, null));
    lc.setSchema(null);
    InMemoryDirectoryServer ldap = new InMemoryDirectoryServer(lc);
    ldap.add("dn: dc=lab", "objectClass: domain", "dc: lab");
    ldap.add("dn: ou=people,dc=lab", "objectClass: organizationalUnit", "ou: people");
    for (int i = 0; i < 60; i++)
      ldap.add(
          "dn: uid=u" + i + ",ou=people,dc=lab",
          "objectClass: person",
          "uid: u" + i,
          "cn: Eva Schulz " + i,
          "telephoneNumber: 4711" + i,
          "ou: W" + i % 6,
          "userPassword: secret" + i);
    ldap.startListening();
    int ldapPort = Servers.proxy(ldap.getListenPort(), 0.8);
    List<RegistryClient.Notice> notices =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    new RegistryClient.Notice(
                        any(WORDS),
                        "2" + (1000 + R.nextInt(8000)),
                        R.nextInt(90),
                        "2024-05-" + (10 + i % 18)))
            .toList();
    String weekXml = RegistryClient.xml(notices);
    int http = Servers.http(6, weekXml);
    String base = "http://localhost:" + http + "/";
    int natsPort = Servers.nats(2);
    List<Sequence> genes =
        IntStream.range(0, 40).mapToObj(i -> Sequence.of("gene" + i, bases(900))).toList();
    Files.writeString(tmp.resolve("home/genes.fa"), Fasta.text(genes));
    Settings settings =
        Settings.parse(
            "home = \""
                + tmp.resolve("home")
                + "\"\ndb { url = \""
                + url
                + "\", user = sa, password = \"\", pool = 5 }\nnats = \"nats://127.0.0.1:"
                + natsPort
                + "\"\n"
                + "reflex { FT4 = \"TSH > 4.5\", CK = \"LDH > 80 && AST > 70\", MG = \"K < 50 || CA < 45\", RETI = \"HB < 60\" }\nsecret = \"a secret of at least thirty-two bytes\"\n"
                + "ward { host = localhost, port = "
                + wardPort
                + " }\nterminology = \""
                + base
                + "\"\ninsurance = \""
                + base
                + "\"\nregistry = \""
                + base
                + "\"\nldap { host = localhost, port = "
                + ldapPort
                + ", base = \"dc=lab\" }\n"
                + "analyzers { chem { host = localhost, port = "
                + chemPort
                + ", kind = chemistry }, blood { host = localhost, port = "
                + bloodPort
                + ", kind = count } }\n");
    LabApplication app = new LabApplication(settings);
    AtomicInteger fresh = new AtomicInteger(1000000);

    // store
    m("store.Database", "sessions", "-", app.database::sessions);
    m("store.Database", "jdbc", "-", app.database::jdbc);
    app.database.sessions();
    m(
            "store.OrderStore",
            "find",
            "database",
            () -> app.orders.find("24A" + (10000 + R.nextInt(600))))
        .burst(250, .1);
    m(
        "store.OrderStore",
        "save",
        "database",
        () -> {
          app.orders.save(
              new Order(
                  "25B" + fresh.incrementAndGet(),
                  "M399",
                  "Schulz",
                  Instant.now(),
                  false,
                  List.of("NA", "K", "CREA")));
          return 0;
        });
    m("store.OrderStore", "openOf", "database", () -> app.orders.openOf("M" + R.nextInt(200)))
        .burst(150, .1);
    m("store.OrderStore", "close", "database", () -> app.orders.close(Instant.EPOCH));
    m(
        "store.ResultRepository",
        "ofAccession",
        "database",
        () -> app.results.ofAccession("24A" + (10100 + R.nextInt(400))));
    m(
        "store.ResultRepository",
        "history",
        "database",
        () -> app.results.history("M" + R.nextInt(200), "GLU", 20));
    m(
        "store.ResultRepository",
        "insert",
        "database",
        () -> {
          app.results.insert(
              results("25X1", 10).stream()
                  .map(
                      r ->
                          new Result(
                              0,
                              "25X" + fresh.incrementAndGet(),
                              "OTHER",
                              1,
                              "u",
                              Instant.now(),
                              Result.Status.MEASURED))
                  .toList());
          return 0;
        });
    m(
        "store.ResultRepository",
        "mark",
        "database",
        () -> app.results.mark("24A10400", Result.Status.VERIFIED));
    m("store.ResultRepository", "countByAnalyte", "database", app.results::countByAnalyte);
    m("store.ResultRepository", "heldFor", "database", () -> app.results.heldFor("GLU"));
    m("store.PatientRepository", "find", "database", () -> app.patients.find("M" + R.nextInt(400)));
    m("store.PatientRepository", "ofWard", "database", () -> app.patients.ofWard("W3"));
    m(
        "store.PatientRepository",
        "merge",
        "database",
        () -> {
          app.patients.merge("M1", "M9999");
          return 0;
        });
    m(
        "store.AnalyteCatalog",
        "price",
        "database",
        () -> app.catalog.price("Y" + ids.incrementAndGet()));
    m("store.AnalyteCatalog", "range", "-", () -> app.catalog.range("GLU"));
    m(
        "store.AuditTrail",
        "record",
        "database,disk",
        () -> {
          app.audit.record("eva", "opened 24A10001");
          return 0;
        });
    m("store.AuditTrail", "of", "database", () -> app.audit.of("eva", 100)).computes();
    for (int i = 0; i < 3000; i++) app.index.put("24A" + i, words(60));
    app.index.commit();
    m(
            "store.SpecimenIndex",
            "search",
            "text,other",
            () -> app.index.search("gastric AND (tumour OR mitosis) AND severe", 20))
        .computes();
    m(
            "store.SpecimenIndex",
            "commit",
            "disk",
            () -> {
              app.index.commit();
              return 0;
            })
        .before(() -> app.index.put("24A7", words(60)));
    m(
            "store.SpecimenIndex",
            "query",
            "text",
            () -> app.index.query("gastric AND (tumour OR mitosis)"))
        .computes();

    // quality
    double[] values = new double[1500];
    for (int i = 0; i < values.length; i++) values[i] = 70 + R.nextGaussian() * 5;
    ControlSeries series = new ControlSeries("GLU", 70, 5, values);
    WestgardRules rules = new WestgardRules(EnumSet.allOf(WestgardRules.Rule.class));
    MovingAverages averages = new MovingAverages(3);
    m("quality.ControlSeries", "spread", "-", series::spread);
    m("quality.WestgardRules", "check", "-", () -> rules.check(series));
    m("quality.WestgardRules", "review", "maths", () -> rules.review(series)).computes();
    DeltaCheck delta = new DeltaCheck(.6);
    List<Result> some = results("24A00007", 3);
    m("quality.DeltaCheck", "implausible", "-", () -> delta.implausible(one, some));
    m(
            "quality.MovingAverages",
            "runLength",
            "sort,maths",
            () -> averages.runLength(values, .2, 5, 60))
        .computes();
    m("quality.MovingAverages", "percentile", "sort", () -> MovingAverages.percentile(values, .9))
        .computes();
    m("quality.MovingAverages", "ewma", "-", () -> MovingAverages.ewma(values, .2));
    ControlChart chart = new ControlChart(800, 400);
    m("quality.ControlChart", "png", "image,compression", () -> chart.png(series))
        .trait("memory-stream")
        .computes();

    // genomics
    Sequence a = genes.get(3), read = Sequence.of("r", new String(a.bases(), 100, 150));
    Sequence long1 = Sequence.of("l", bases(3000));
    m("genomics.Sequence", "gc", "-", () -> read.gc());
    m("genomics.Sequence", "reverseComplement", "-", () -> read.reverseComplement());
    Aligner sw = Aligner.of(false), banded = Aligner.of(true);
    m("genomics.SmithWaterman", "score", "maths,other", () -> sw.score(read, a)).computes();
    m("genomics.BandedAligner", "score", "maths,other", () -> banded.score(a, a)).computes();
    KmerIndex kmers = new KmerIndex(11, genes);
    m("genomics.KmerIndex", "best", "-", () -> kmers.best(read));
    m("genomics.KmerIndex", "wordCount", "-", kmers::wordCount);
    List<Sequence> reads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Sequence g = genes.get(R.nextInt(40));
      reads.add(Sequence.of("read" + i, new String(g.bases(), R.nextInt(700), 150)));
    }
    String fasta = Fasta.text(reads) + Fasta.text(genes);
    m("genomics.Fasta", "parse", "text", () -> Fasta.parse(fasta))
        .trait("memory-stream")
        .computes();
    m("genomics.Fasta", "text", "text", () -> Fasta.text(genes)).trait("memory-stream").computes();
    Path gz = tmp.resolve("reads.fa.gz");
    try (OutputStream o = new GZIPOutputStream(Files.newOutputStream(gz))) {
      o.write(Fasta.text(reads).getBytes());
    }
    m("genomics.Fasta", "file", "disk,compression,text", () -> Fasta.file(gz))
        .before(() -> cold(gz));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    ResistancePanel panel = new ResistancePanel(kmers, sw, pool);
    m("genomics.ResistancePanel", "classify", "maths,other", () -> panel.classify(read)).computes();
    m("genomics.ResistancePanel", "screen", "maths,other", () -> panel.screen(reads))
        .computes()
        .pool(1);
    List<Sequence> isolates = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] b = (i % 3 == 0 ? long1 : i % 3 == 1 ? a : genes.get(5)).bases().clone();
      for (int k = 0; k < 4; k++) b[R.nextInt(b.length)] = 'A';
      isolates.add(new Sequence("i" + i, b));
    }
    m(
        "genomics.OutbreakGraph",
        "distance",
        "-",
        () -> OutbreakGraph.distance(read.bases(), read.bases()));

    // report
    LabReport report =
        new LabReport(
            anna,
            "24A00007",
            "Schulz",
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        new LabReport.Line(
                            ANALYTES[i % 12], i + ".5", "mmol/L", "3 - 9", i % 5 == 0 ? "H" : ""))
                .toList(),
            words(12));
    HtmlRenderer html = new HtmlRenderer();
    PdfRenderer pdf = new PdfRenderer(true);
    m("report.LabReport", "flagged", "-", report::flagged);
    m("report.HtmlRenderer", "render", "text", () -> html.render(report))
        .trait("memory-stream")
        .computes();
    ReportRenderer text = new Renderers(settings.config()).named("text");
    m(
            "report.TextRenderer",
            "render",
            "text",
            hidden(text, "report.TextRenderer", "render", report))
        .trait("memory-stream")
        .computes();
    m("report.PdfRenderer", "render", "serialization,image,text", () -> pdf.render(report))
        .trait("memory-stream")
        .computes();
    m(
            "report.Barcodes",
            "qr",
            "image,other",
            () -> Barcodes.qr("https://results.example/24A00007/" + words(6), 300))
        .computes();
    m("report.Barcodes", "label", "-", () -> Barcodes.label("24A00007", "Meier"));
    BufferedImage slide = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = slide.createGraphics();
    g2.setColor(Color.WHITE);
    g2.fillRect(0, 0, 800, 600);
    g2.drawImage(Barcodes.code128("24A00007", 400, 90), 100, 80, null);
    g2.dispose();
    m("report.Barcodes", "read", "image,other", () -> Barcodes.read(slide)).computes();
    byte[] document = pdf.render(report);
    ReportSigner signer =
        new ReportSigner(
            ReportSigner.newKeys(), "a secret of at least thirty-two bytes".getBytes());
    m("report.ReportSigner", "sign", "crypto", () -> signer.sign(document)).computes();
    String token = signer.link("24A00007");
    m("report.ReportSigner", "accessionOf", "crypto", () -> signer.accessionOf(token)).computes();

    // portal
    TerminologyClient terminology = new TerminologyClient(base);
    CachedTerminology cached = new CachedTerminology(terminology);
    for (String x : ANALYTES) cached.put(x, "2951-2");
    m("portal.TerminologyClient", "loinc", "network", () -> terminology.loinc("NA"));
    m(
        "portal.CachedTerminology",
        "loinc",
        "network",
        () -> cached.loinc("Z" + ids.incrementAndGet()));
    m("portal.CachedTerminology", "known", "-", () -> cached.known("NA"));
    FixedTerminology fixed = new FixedTerminology();
    m("portal.FixedTerminology", "loinc", "-", () -> fixed.loinc("NA"));
    InsuranceClient insurance = new InsuranceClient(base);
    List<InsuranceClient.Position> positions =
        IntStream.range(0, 12)
            .mapToObj(i -> new InsuranceClient.Position(ANALYTES[i], 250))
            .toList();
    m("portal.InsuranceClient", "submit", "network", () -> insurance.submit("M7", positions));
    m(
        "portal.InsuranceClient",
        "claim",
        "-",
        hidden(insurance, "portal.InsuranceClient", "claim", "M7", positions));
    m("portal.InsuranceClient", "insuredLater", "other", () -> insurance.insuredLater("M7"))
        .trait("async-start")
        .before(() -> Servers.pause(10))
        .burst(400, 2);
    RegistryClient registry = new RegistryClient(URI.create(base));
    m("portal.RegistryClient", "xml", "serialization", () -> RegistryClient.xml(notices))
        .trait("memory-stream")
        .computes();
    m(
            "portal.RegistryClient",
            "parse(String)",
            "serialization",
            () -> RegistryClient.parse(weekXml))
        .trait("memory-stream")
        .computes();
    m("portal.RegistryClient", "report", "network", () -> registry.report(notices.subList(0, 3)));
    m("portal.RegistryClient", "week", "network", () -> registry.week("2024-20"));
    com.fasterxml.jackson.databind.ObjectMapper json =
        new com.fasterxml.jackson.databind.ObjectMapper();
    FhirMapper fhir = new FhirMapper(json, fixed);
    List<Result> sixty = results("24A00007", 60), thousand = results("24A00007", 1000);
    String bundle = fhir.bundle(anna, sixty);
    m("portal.FhirMapper", "results", "serialization", () -> fhir.results("24A00007", bundle))
        .computes();
    m("portal.StaffDirectory", "find", "network", () -> app.staff.find("u" + R.nextInt(60)));
    m("portal.StaffDirectory", "ofWard", "network", () -> app.staff.ofWard("W3"));
    m(
        "portal.StaffDirectory",
        "passwordRight",
        "network",
        () -> app.staff.passwordRight("u3", "secret3"));

    // messaging
    byte[] packed = ResultBus.pack(one);
    m("messaging.ResultBus", "pack", "-", () -> ResultBus.pack(one)).trait("memory-stream");
    m("messaging.ResultBus", "unpack", "-", () -> ResultBus.unpack(packed)).trait("memory-stream");
    m(
            "messaging.ResultBus",
            "publish",
            "-",
            () -> {
              app.bus.publish(one);
              return 0;
            })
        .trait("async-start")
        .before(() -> Servers.pause(.3))
        .burst(2000, .05);
    m(
        "messaging.ResultBus",
        "settle",
        "network",
        () -> {
          app.bus.settle();
          return 0;
        });
    m("messaging.ResultBus", "ask", "network", () -> app.bus.ask("reference.mean", "NA"));
    LabEvents.Counter counter = new LabEvents.Counter();
    LabEvents events = new LabEvents();
    events.register(counter);
    m(
        "messaging.LabEvents",
        "verified",
        "-",
        () -> {
          events.verified(one);
          return 0;
        });
    Intake intake = new Intake(1024, x -> {});
    m("messaging.Intake", "free", "-", intake::free);
    m("messaging.TurnaroundFeed", "means", "-", () -> app.feed.means("NA", 5)).trait("async-start");
    m("messaging.TurnaroundFeed", "bias", "-", () -> app.feed.bias("NA", 5)).trait("async-start");
    m("messaging.TurnaroundFeed", "biasNow", "network", () -> app.feed.biasNow("NA", 5));
    m(
        "messaging.TurnaroundFeed",
        "biases",
        "network",
        () -> app.feed.biases(List.of("NA", "K", "GLU", "CRP", "HB", "CA")));
    m(
            "messaging.TurnaroundFeed",
            "largestJump",
            "other,maths",
            () -> TurnaroundFeed.largestJump(thousand))
        .computes();
    WardCalls calls = new WardCalls();
    WardCalls.Call call = new WardCalls.Call(1, "W7", "K 2.1");
    m("messaging.WardCalls", "next()", "lock", () -> calls.next())
        .before(() -> later(3, () -> calls.add(call)));
    WardCalls none = new WardCalls();
    m("messaging.WardCalls", "next(long)", "lock", () -> none.next(5));
    m("messaging.WardCalls", "open", "-", calls::open);

    // archive
    javax.crypto.SecretKey key = DocumentVault.keyOf("phrase".toCharArray(), "saltsalt".getBytes());
    DocumentVault vault = new DocumentVault(tmp.resolve("v1"), key, true);
    byte[] sealed = vault.seal(document);
    m(
            "archive.DocumentVault",
            "keyOf",
            "crypto",
            () -> DocumentVault.keyOf("phrase".toCharArray(), "saltsalt".getBytes()))
        .computes();
    m("archive.DocumentVault", "seal", "compression,crypto", () -> vault.seal(document))
        .trait("memory-stream")
        .computes();
    m("archive.DocumentVault", "unseal", "compression,crypto", () -> vault.unseal(sealed))
        .trait("memory-stream")
        .computes();
    m(
        "archive.DocumentVault",
        "put",
        "disk,compression",
        () -> vault.put("d" + ids.incrementAndGet() % 50, document));
    BufferedImage plate = new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D g3 = plate.createGraphics();
    g3.setColor(Color.WHITE);
    for (int i = 0; i < 150; i++) {
      int d = 5 + R.nextInt(20);
      g3.fillOval(R.nextInt(680), R.nextInt(680), d, d);
    }
    g3.dispose();
    byte[] plateJpeg = jpeg(plate), slideJpeg = jpeg(slide);
    m("archive.SlideScans", "decode", "image", () -> SlideScans.decode(plateJpeg))
        .trait("memory-stream")
        .computes();
    m("archive.SlideScans", "colonies", "image,other", () -> SlideScans.colonies(plate, 140))
        .computes();
    SlideScans scans = new SlideScans(tmp.resolve("home/scans"), 160);
    m("archive.SlideScans", "thumbnail", "image", () -> scans.thumbnail(plateJpeg))
        .trait("memory-stream")
        .computes();
    String csv = Exports.text(thousand);
    Path csvFile = Files.writeString(tmp.resolve("r.csv"), csv);
    m("archive.Exports", "text", "text", () -> Exports.text(thousand))
        .trait("memory-stream")
        .computes();
    m("archive.Exports", "parse(String)", "text", () -> Exports.parse(csv))
        .trait("memory-stream")
        .computes();
    m("archive.Exports", "importFile", "text,disk", () -> Exports.importFile(csvFile))
        .before(() -> cold(csvFile));
    Path log = tmp.resolve("export.log");
    m(
        "archive.Exports",
        "append",
        "disk",
        () -> {
          Exports.append(log, "exported");
          return 0;
        });
    for (int i = 0; i < 6; i++) {
      byte[] b = Arrays.copyOf(tb.array(), 60_004);
      CRC32 c = new CRC32();
      c.update(b, 0, 60_000);
      ByteBuffer.wrap(b).putInt(60_000, (int) c.getValue());
      Files.write(inbox.resolve("t" + i + ".trc"), b);
    }
    List<Path> traces;
    try (Stream<Path> s = Files.list(inbox)) {
      traces = s.toList();
    }
    InstrumentFiles files = new InstrumentFiles(inbox);
    m("archive.InstrumentFiles", "complete", "disk", () -> InstrumentFiles.complete(traces.get(0)))
        .before(() -> cold(traces.get(0)));
    m("archive.InstrumentFiles", "arrived", "disk", () -> files.arrived("*.trc")).computes();
    String tsv =
        IntStream.range(0, 1500)
            .mapToObj(i -> i + "\t" + words(2) + "\t" + i / 7.0 + "\tOK")
            .collect(Collectors.joining("\n"));
    m("archive.InstrumentFiles", "rows", "text", () -> InstrumentFiles.rows(tsv))
        .trait("memory-stream")
        .computes();
    File curve =
        Files.writeString(
                tmp.resolve("c.xml"),
                "<curve>"
                    + IntStream.range(0, 800)
                        .mapToObj(i -> "<point>" + i / 3.0 + "</point>")
                        .collect(Collectors.joining())
                    + "</curve>")
            .toFile();
    m("archive.InstrumentFiles", "curve", "serialization", () -> InstrumentFiles.curve(curve))
        .before(() -> cold(curve.toPath()));
    String page =
        "<html><body><table>"
            + IntStream.range(0, 80)
                .mapToObj(i -> "<tr><td>pO2<td>" + i + "<td>mmHg")
                .collect(Collectors.joining())
            + "</table></body></html>";
    m("archive.InstrumentFiles", "table", "text", () -> InstrumentFiles.table(page)).computes();
    byte[] snappy = InstrumentFiles.pack(trace);
    m("archive.InstrumentFiles", "pack", "compression", () -> InstrumentFiles.pack(trace))
        .computes();

    // ops
    Path conf =
        Files.writeString(
            tmp.resolve("lab.conf"),
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        "part"
                            + i
                            + " { host = h"
                            + i
                            + ", port = "
                            + i
                            + ", timeout = "
                            + i
                            + "s }")
                .collect(Collectors.joining("\n")));
    m("ops.Settings", "load", "text,serialization", () -> Settings.load(conf))
        .before(() -> cold(conf));
    m("ops.Settings", "flag", "-", () -> settings.flag("fax.enabled"));
    m(
        "ops.Settings",
        "pace",
        "-",
        () -> {
          settings.pace();
          return 0;
        });
    OutputStream typist = new FileOutputStream(System.getProperty("fifo"));
    org.sandpiper.lab.ops.Console console =
        new org.sandpiper.lab.ops.Console(System.in, System.out);
    m("ops.Console", "ask", "input", () -> console.ask("Rack"))
        .before(
            () ->
                later(
                    4,
                    () -> {
                      typist.write("R117\n".getBytes());
                      typist.flush();
                    }));
    m("ops.Console", "confirm", "input", () -> console.confirm("Discard"))
        .before(
            () ->
                later(
                    4,
                    () -> {
                      typist.write("y\n".getBytes());
                      typist.flush();
                    }));
    m("ops.Console", "progress", "-", () -> org.sandpiper.lab.ops.Console.progress(17, 60));
    Benches benches = new Benches(1);
    benches.spin();
    m(
            "ops.Benches",
            "spin",
            "lock",
            () -> {
              benches.spin();
              return 0;
            })
        .before(() -> later(3, benches::spun));
    m("ops.Benches", "trySpin", "-", benches::trySpin);
    m(
            "ops.Benches",
            "takeReagent",
            "lock",
            () -> {
              benches.takeReagent(5);
              return 0;
            })
        .before(() -> later(3, () -> benches.deliverReagent(5)));
    m(
            "ops.Benches",
            "replan",
            "lock",
            () -> {
              benches.replan(() -> {});
              return 0;
            })
        .before(
            () ->
                hold(
                    in ->
                        benches.planOfDay(
                            () -> {
                              in.run();
                              return "";
                            })));
    m("ops.Benches", "distance", "-", () -> benches.distance(3, 4));
    CountDownLatch[] latch = new CountDownLatch[1];
    m("ops.Benches", "allReady", "lock", () -> Benches.allReady(latch[0], 1000))
        .before(
            () -> {
              CountDownLatch l = latch[0] = new CountDownLatch(2);
              later(
                  4,
                  () -> {
                    l.countDown();
                    l.countDown();
                  });
            });
    CyclicBarrier barrier = new CyclicBarrier(2);
    m("ops.Benches", "together", "lock", () -> Benches.together(barrier))
        .before(() -> later(3, () -> barrier.await()));
    m("ops.Tools", "output", "process", () -> Tools.output("/bin/echo", "hello"));
    List<String> lines = IntStream.range(0, 300).mapToObj(i -> words(3)).toList();
    m("ops.Tools", "through", "process", () -> Tools.through(lines, "/usr/bin/sort"));
    m("ops.Tools", "pingAll", "-", () -> Tools.pingAll(List.of(ProcessHandle.current())));
    ops(app, thousand);
    Accounts accounts = new Accounts(6);
    accounts.set("eva", "secret");
    m("ops.Accounts", "check", "crypto", () -> accounts.check("eva", "secret")).computes();
    m("ops.Accounts", "exists", "-", () -> accounts.exists("eva"));
    SpecimenPool racks = new SpecimenPool(1), free = new SpecimenPool(3);
    SpecimenPool.Rack[] rack = {racks.borrow()};
    m("ops.SpecimenPool", "borrow", "lock", () -> rack[0] = racks.borrow())
        .before(
            () -> {
              SpecimenPool.Rack x = rack[0];
              later(3, () -> racks.giveBack(x));
            });
    List<String> forty = IntStream.range(0, 40).mapToObj(i -> "24A" + i).toList();
    m("ops.SpecimenPool", "fill", "-", () -> free.fill(forty));
    Snapshots snapshots = new Snapshots();
    byte[] frozen = snapshots.freeze(thousand);
    m("ops.Snapshots", "freeze", "serialization", () -> snapshots.freeze(thousand))
        .trait("memory-stream")
        .computes();
    m("ops.Snapshots", "thaw", "serialization", () -> snapshots.thaw(frozen))
        .trait("memory-stream")
        .computes();
    File jsonFile = Files.writeString(tmp.resolve("s.json"), snapshots.json(thousand)).toFile();
    m("ops.Snapshots", "loadJson", "serialization", () -> snapshots.loadJson(jsonFile))
        .before(() -> cold(jsonFile.toPath()));
    ArrayList<String> list = new ArrayList<>(lines);
    m("ops.Snapshots", "copy", "serialization", () -> Snapshots.copy(list))
        .trait("memory-stream")
        .computes();

    // service
    m("service.OrderEntry", "accept", "disk", () -> app.entry.accept(order("24A00007", 7)));
    m(
        "service.OrderEntry",
        "process",
        "database",
        () -> app.entry.process(parser.parse(order("25C" + fresh.incrementAndGet(), 390))));
    m(
        "service.OrderEntry",
        "register",
        "database",
        () -> {
          app.entry.register(
              new Order(
                  "25D" + fresh.incrementAndGet(),
                  "M391",
                  "Schulz",
                  Instant.now(),
                  false,
                  List.of("NA", "K")));
          return 0;
        });
    m("service.OrderEntry", "valid", "-", hidden(null, "service.OrderEntry", "valid", "24A00007"));
    String batch =
        IntStream.range(0, 60)
            .mapToObj(i -> order("24A" + (10000 + i), i))
            .collect(Collectors.joining("\n\n"));
    m("service.OrderEntry", "dryRun", "text", () -> app.entry.dryRun(batch)).computes();
    m(
        "service.OrderEntry",
        "cancel",
        "database,disk",
        () -> {
          app.entry.cancel("eva", "24A00007", List.of("NA", "K", "CREA"));
          return 0;
        });
    m(
        "service.OrderEntry",
        "missing",
        "database",
        () -> app.entry.missing("M" + R.nextInt(200), "GLU"));
    Order order = new Order("24A00007", "M7", "Schulz", Instant.EPOCH, false, List.of("NA", "K"));
    m("service.OrderEntry", "tubeLabel", "-", () -> app.entry.tubeLabel(order));
    Map<String, String> rulesText = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++)
      rulesText.put(
          "T" + i,
          ANALYTES[i % 12]
              + " > "
              + (40 + i)
              + " && "
              + ANALYTES[(i + 5) % 12]
              + " < "
              + (100 - i));
    ReflexRules reflex = new ReflexRules(rulesText);
    List<Result> twelve = results("24A00007", 12);
    m("service.ReflexRules", "follow", "text,other", () -> reflex.follow(twelve)).computes();
    m("service.Validation", "judge", "-", () -> app.validation.judge(one));
    m("service.Validation", "plausible", "database", () -> app.validation.plausible(anna, one));
    m(
        "service.Validation",
        "autoVerify",
        "database",
        () -> app.validation.autoVerify(anna, "24A" + (10100 + R.nextInt(400))));
    m(
        "service.Validation",
        "reflexTests",
        "database",
        () -> app.validation.reflexTests("24A" + (10100 + R.nextInt(400))));
    m("service.Validation", "whatIf", "other,text", () -> app.validation.whatIf(thousand, .1))
        .computes();
    m("service.Validation", "held", "-", () -> app.validation.held(sixty));
    m("service.Reporting", "layout", "text", () -> app.reporting.layout(anna, "24A00007", sixty))
        .computes();
    m(
        "service.Reporting",
        "assemble",
        "database",
        () -> app.reporting.assemble("M7", "24A" + (10100 + R.nextInt(400))));
    m(
            "service.Reporting",
            "document",
            "serialization,image,text",
            () -> app.reporting.document(report))
        .computes();
    m(
            "service.Reporting",
            "preview",
            "database,text",
            () -> app.reporting.preview("M7", "24A" + (10000 + R.nextInt(60))))
        .longWork();
    m(
            "service.Reporting",
            "release",
            "database,disk,crypto",
            () -> app.reporting.release("M7", "24A" + (10000 + R.nextInt(60))))
        .longWork();
    m(
            "service.Reporting",
            "signed",
            "serialization,image,crypto",
            () -> app.reporting.signed(report))
        .computes();
    m(
        "service.Reporting",
        "toWard",
        "network",
        () -> app.reporting.toWard(anna, "24A00007", twelve));
    app.vault.put("24A00007", document);
    m(
        "service.Reporting",
        "again",
        "disk,compression,crypto",
        () -> app.reporting.again("24A00007"));
    m(
            "service.Reporting",
            "toWardSigned",
            "network,serialization,crypto",
            () -> app.reporting.toWardSigned(report, twelve))
        .longWork();
    m(
            "service.Reporting",
            "fileAll",
            "serialization,disk,image",
            () -> app.reporting.fileAll(List.of(report, report, report)))
        .longWork();
    m(
            "service.Reporting",
            "ward",
            "serialization,image,compression",
            () -> app.reporting.ward(List.of(report, report, report)))
        .trait("memory-stream")
        .computes();
    m("service.Reporting", "patientLink", "-", () -> app.reporting.patientLink("24A00007"));
    m("service.Reporting", "summary", "-", () -> Reporting.summary(List.of(report, report)));
    m("service.QualityService", "series", "database", () -> app.quality.series("GLU")).longWork();
    m("service.QualityService", "alarms", "database", () -> app.quality.alarms("GLU")).longWork();
    m("service.QualityService", "chart", "database,image", () -> app.quality.chart("GLU"))
        .longWork();
    m("service.QualityService", "draw", "image,compression", () -> app.quality.draw(series))
        .trait("memory-stream")
        .computes();
    m("service.QualityService", "review", "maths", () -> app.quality.review(series)).computes();
    m("service.QualityService", "tune", "sort,maths", () -> app.quality.tune(series)).computes();
    m("service.QualityService", "tuneFor", "database", () -> app.quality.tuneFor("GLU")).longWork();
    m(
            "service.QualityService",
            "tuneAll",
            "sort,maths",
            () -> app.quality.tuneAll(List.of(series, series, series)))
        .computes()
        .pool(1);
    m("service.QualityService", "chartLater", "-", () -> app.quality.chartLater("K"))
        .trait("async-start")
        .before(() -> Servers.pause(40))
        .burst(100, 30);
    m("service.Microbiology", "isolate", "maths,other", () -> app.micro.isolate(gz))
        .computes()
        .pool(1);
    m("service.Microbiology", "outbreak", "other,maths", () -> app.micro.outbreak(isolates))
        .computes();
    m("service.Microbiology", "plate", "image", () -> app.micro.plate(plateJpeg)).computes();
    m("service.Microbiology", "icon", "image", () -> app.micro.icon(plateJpeg))
        .trait("memory-stream")
        .computes();
    Path slideFile = Files.write(tmp.resolve("slide.jpg"), slideJpeg);
    m("service.Microbiology", "slide", "image", () -> app.micro.slide(slideFile))
        .before(() -> cold(slideFile));
    m(
        "service.Microbiology",
        "finding",
        "disk",
        () -> {
          app.micro.finding("24A7", words(60));
          return 0;
        });
    m(
            "service.Microbiology",
            "similar",
            "text,other",
            () -> app.micro.similar("chronic AND inflammation AND (mucosa OR gland)"))
        .computes();
    m("service.Microbiology", "interpretation", "-", () -> Microbiology.interpretation(2, 1, 4));
    m(
        "service.Billing",
        "invoice",
        "network,database",
        () -> app.billing.invoice("24A" + (10100 + R.nextInt(400))));
    m("service.Billing", "covered", "network", () -> app.billing.covered(anna));
    List<Patient> eight =
        IntStream.range(0, 8)
            .mapToObj(i -> new Patient("M" + i, "Meier", "A", day, Patient.Sex.MALE, "W1"))
            .toList();
    m("service.Billing", "uncovered", "network", () -> app.billing.uncovered(eight));
    m("service.Billing", "volume", "database", app.billing::volume);
    Map<String, Integer> prices =
        Arrays.stream(ANALYTES).collect(Collectors.toMap(x -> x, x -> 250));
    m("service.Billing", "claimFor", "network,text", () -> app.billing.claimFor("L7", csv, prices))
        .longWork();
    m("service.Billing", "turnover", "text", () -> Billing.turnover(csv, prices)).computes();
    m(
        "service.Surveillance",
        "notify",
        "network,database",
        () -> app.surveillance.notify("M" + R.nextInt(200), "Salmonella", day));
    m(
            "service.Surveillance",
            "notifyLater",
            "other",
            () -> {
              app.surveillance.notifyLater(anna, "Salmonella", day);
              return 0;
            })
        .trait("async-start")
        .before(() -> Servers.pause(10))
        .burst(400, 2);
    m("service.Surveillance", "week", "network", () -> app.surveillance.week("2024-20"));
    m("service.Surveillance", "meanAge", "serialization", () -> Surveillance.meanAge(weekXml))
        .trait("memory-stream")
        .computes();
    m("service.Surveillance", "surprise", "-", () -> Surveillance.surprise(14, 6.2));
    m("service.Surveillance", "ageGroups", "database", () -> app.surveillance.ageGroups(day));
    m(
        "service.DeviceHub",
        "collect",
        "network,database",
        () -> app.devices.collect("chem", "25E" + fresh.incrementAndGet()));
    m("service.DeviceHub", "peek", "network", () -> app.devices.peek("blood", "24A00007"));
    m("service.DeviceHub", "selfTest", "text,other", () -> DeviceHub.selfTest(recording, 20))
        .trait("memory-stream")
        .computes();
    m(
            "service.DeviceHub",
            "calibrate",
            "maths",
            () -> {
              app.devices.calibrate(standards);
              return 0;
            })
        .computes();
    m("service.DeviceHub", "trace", "maths", () -> app.devices.trace(traceFile))
        .before(() -> cold(traceFile));
    m("service.DeviceHub", "waitingTraces", "disk", app.devices::waitingTraces)
        .before(
            () -> {
              for (Path p : traces) cold(p);
            });
    m("service.DeviceHub", "stored", "maths,compression", () -> app.devices.stored(snappy))
        .computes();
    m("service.DeviceHub", "referenceMean", "network", () -> app.devices.referenceMean("NA"));
    String session = app.login.login("u3", "secret3");
    m("service.Login", "userOf", "-", () -> app.login.userOf(session));

    // jobs
    m(
        "service.NightJobs$CloseOrders",
        "work",
        "database",
        hidden(new NightJobs.CloseOrders(app.orders), "service.NightJobs$CloseOrders", "work"));
    MessageSpool drained = new MessageSpool(tmp.resolve("spool2").toFile());
    m(
            "service.NightJobs$Drain",
            "work",
            "database,disk",
            hidden(new NightJobs.Drain(drained, app.entry, 500), "service.NightJobs$Drain", "work"))
        .before(
            () -> {
              for (int i = 0; i < 3; i++)
                drained.keep(parser.parse(order("25F" + fresh.incrementAndGet(), 392)));
            });
    Map<String, String> findings =
        IntStream.range(0, 120).boxed().collect(Collectors.toMap(i -> "24A" + i, i -> words(60)));
    m(
            "service.NightJobs$Reindex",
            "work",
            "disk,text",
            hidden(
                new NightJobs.Reindex(app.index, () -> findings),
                "service.NightJobs$Reindex",
                "work"))
        .longWork();
    m(
            "service.NightJobs$Bias",
            "work",
            "sort,maths",
            hidden(new NightJobs.Bias(() -> thousand, true), "service.NightJobs$Bias", "work"))
        .computes();
    m(
        "service.NightJobs$Backup",
        "work",
        "compression,serialization,disk",
        hidden(
            new NightJobs.Backup(snapshots, () -> thousand, tmp.resolve("backup.tgz")),
            "service.NightJobs$Backup",
            "work"));

    // web
    Http.Request byAccession =
        get(
            "accession",
            "24A10101",
            "mrn",
            "M7",
            "analyte",
            "GLU",
            "q",
            "chronic AND gland AND severe");
    m("web.ResultController", "list", "database", () -> app.resultController.list(byAccession));
    m(
            "web.ResultController",
            "report",
            "database",
            () -> app.resultController.report(get("accession", "24A10033", "mrn", "M7")))
        .longWork();
    m(
            "web.ResultController",
            "preview",
            "database",
            () -> app.resultController.preview(get("accession", "24A10033", "mrn", "M7")))
        .longWork();
    m(
            "web.ResultController",
            "chart",
            "database,image",
            () -> app.resultController.chart(byAccession))
        .longWork();
    m("web.ResultController", "trend", "database", () -> app.resultController.trend(byAccession));
    byte[] typed =
        ("["
                + IntStream.range(0, 300)
                    .mapToObj(
                        i ->
                            "{\"analyte\":\""
                                + ANALYTES[i % 12]
                                + "\",\"value\":"
                                + i
                                + ".5,\"by\":\"eva\"}")
                    .collect(Collectors.joining(","))
                + "]")
            .getBytes();
    byte[] typedFew =
        "[{\"analyte\":\"NA\",\"value\":140},{\"analyte\":\"K\",\"value\":4}]".getBytes();
    m(
            "web.ResultController",
            "check",
            "serialization",
            () -> app.resultController.check(post(typed)))
        .computes();
    m(
        "web.ResultController",
        "enter",
        "database",
        () ->
            app.resultController.enter(
                post(typedFew, "accession", "25G" + fresh.incrementAndGet())));
    m("web.OrderController", "show", "database", () -> app.orderController.show(byAccession));
    byte[] hl7 = order("24A00007", 7).getBytes();
    m("web.OrderController", "hl7", "disk", () -> app.orderController.hl7(post(hl7)));
    m(
            "web.OrderController",
            "check",
            "text",
            () -> app.orderController.check(post(batch.getBytes())))
        .computes();
    m(
        "web.OrderController",
        "invoice",
        "network,database",
        () -> app.orderController.invoice(byAccession));
    m("web.OrderController", "plate", "image", () -> app.orderController.plate(post(plateJpeg)))
        .computes();
    m("web.OrderController", "search", "text,other", () -> app.orderController.search(byAccession))
        .computes();
    m(
            "web.OrderController",
            "invoiceLater",
            "other",
            () -> app.orderController.invoiceLater(byAccession))
        .trait("async-start")
        .before(() -> Servers.pause(25))
        .burst(150, 20);
    m("web.Http$Request", "need", "-", () -> byAccession.need("mrn"));
    m("web.Router", "find", "-", hidden(app.router, "web.Router", "find", "/results/7"));
    m(
        "LabApplication",
        "arguments",
        "-",
        hidden(
            null, "LabApplication", "arguments", (Object) new String[] {"-c", "x.conf", "-check"}));
  }

  static void ops(LabApplication app, List<Result> thousand) throws Exception {
    NightJobs.Bias off = new NightJobs.Bias(() -> thousand, false);
    m("ops.JobRunner", "later", "-", () -> app.jobs.later(off))
        .trait("async-start")
        .before(() -> Servers.pause(1))
        .burst(1000, .2);
  }
}
