package arms;

import alarms.feed.AlarmFeed;
import alarms.feed.AlarmSink;
import cache.client.CacheConnection;
import cache.client.ProfileLoader;
import camera.backup.BackupRound;
import camera.backup.SnapshotStore;
import fares.book.FareBook;
import fares.book.FareTable;
import fares.book.TripPricer;
import geo.tiles.RegionDownload;
import geo.tiles.Tile;
import geo.tiles.TileSource;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loyalty.points.PointsDao;
import loyalty.points.StatusUpdateJob;
import mailer.Letter;
import mailer.MailerConfig;
import mailer.NewsletterMailer;
import netops.zone.UdpResolver;
import netops.zone.ZoneAuditor;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import parcels.track.ArrivalBoard;
import print.spool.FileSpoolStore;
import print.spool.Segment;
import print.spool.Spooler;
import scan.inventory.InventoryScanner;
import scans.ocr.OcrEngine;
import scans.ocr.ScanArchive;
import seo.links.LinkInspector;

/** Workloads that mostly wait. */
public final class Waiting {
  static List<String> names(String prefix, int n) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  static Path temp(String name) throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("exam.tmp", System.getProperty("java.io.tmpdir")), name));
  }

  static final class W01 extends Bench {
    ZoneAuditor auditor;
    List<String> hosts;
    Map<String, String> inventory = new LinkedHashMap<>();

    @Override
    String boot() throws Exception {
      return "" + Net.datagrams(3, s -> "A " + s.hashCode());
    }

    @Override
    void init(String config) {
      jobs = 120;
      hosts = names("host", jobs);
      hosts.forEach(host -> inventory.put(host, "A 1"));
      auditor =
          new ZoneAuditor(
              new UdpResolver(InetAddress.getLoopbackAddress(), Integer.parseInt(config), 3_000));
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> auditor.audit(inventory).values().stream().mapToLong(String::hashCode).sum());
      waits("", i -> auditor.check(hosts.get(i)).hashCode());
      procs("procs", hosts::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return auditor.check((String) input);
    }
  }

  static final class W02 extends Bench {
    LinkInspector inspector;
    List<String> pages;

    @Override
    String boot() throws Exception {
      return "http://127.0.0.1:" + Net.http(4);
    }

    @Override
    void init(String config) {
      jobs = 80;
      pages = names("page", jobs);
      inspector = new LinkInspector(config);
    }

    @Override
    void arms() {
      arm("asis", () -> inspector.inspectAll(pages).stream().mapToLong(Object::hashCode).sum());
      Job inspect = i -> inspector.inspect(pages.get(i)).hashCode();
      seq("seq", inspect);
      waits("", inspect);
      procs("procs", pages::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return inspector.inspect((String) input);
    }
  }

  static final class W03 extends Bench {
    NewsletterMailer mailer;
    List<Letter> letters = new ArrayList<>();

    @Override
    String boot() throws Exception {
      return "" + Net.lines(1.5, s -> "250 OK");
    }

    @Override
    void init(String config) {
      jobs = 100;
      for (int i = 0; i < jobs; i++) {
        letters.add(
            new Letter("news@shop.example", "reader" + i + "@home.example", "Dear reader " + i));
      }
      Properties properties = new Properties();
      properties.setProperty("mailer.port", config);
      mailer = new NewsletterMailer(new MailerConfig(properties));
      open.add(mailer::shutdown);
    }

    @Override
    void arms() {
      arm("asis", () -> (long) mailer.mail(letters));
      Job deliver = i -> mailer.deliver(letters.get(i)) ? 1 : 0;
      seq("seq", deliver);
      threads("t8", 8, deliver);
      threads("t32", 32, deliver);
      threads("t200", 200, deliver);
      virtual("virtual", deliver);
      stream("pstream", deliver);
      procs("procs", letters::get, o -> (Boolean) o ? 1 : 0);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return mailer.deliver((Letter) input);
    }
  }

  static final class W04 extends Bench {
    TileSource source;
    RegionDownload download;
    List<Tile> tiles = new ArrayList<>();

    @Override
    String boot() throws Exception {
      return "http://127.0.0.1:" + Net.http(4);
    }

    @Override
    void init(String config) {
      jobs = 100;
      for (int i = 0; i < jobs; i++) {
        tiles.add(new Tile(12, i % 10, i / 10));
      }
      source = new TileSource(config);
      download = new RegionDownload(source, (tile, bytes) -> {});
    }

    @Override
    void arms() {
      arm("asis", () -> download.download(tiles).stream().mapToLong(Arrays::hashCode).sum());
      waits("", i -> Arrays.hashCode(download.tile(tiles.get(i))));
      arm(
          "async",
          () -> {
            List<CompletableFuture<byte[]>> all =
                tiles.stream().map(source::load).collect(Collectors.toList());
            return all.stream().mapToLong(f -> Arrays.hashCode(f.join())).sum();
          });
      procs("procs", tiles::get, o -> Arrays.hashCode((byte[]) o));
    }

    @Override
    Serializable work(Object input) {
      return download.tile((Tile) input);
    }
  }

  static final class W05 extends Bench {
    Spooler spooler;
    List<Segment> job = new ArrayList<>();

    @Override
    String boot() throws Exception {
      return temp("spool").toString();
    }

    @Override
    void init(String config) {
      jobs = 80;
      Random random = new Random(5);
      for (int i = 0; i < jobs; i++) {
        byte[] data = new byte[1_500 + random.nextInt(3_000)];
        random.nextBytes(data);
        job.add(new Segment("segment" + i, data));
      }
      spooler = new Spooler(new FileSpoolStore(Path.of(config)));
    }

    @Override
    void arms() {
      arm("asis", () -> spooler.spool(job));
      waits("", i -> spooler.put(job.get(i)));
      procs("procs", job::get, o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return spooler.put((Segment) input);
    }
  }

  static final class W06 extends Bench {
    InventoryScanner scanner = new InventoryScanner(".txt");
    Path root;
    List<Path> files;

    @Override
    String boot() throws Exception {
      Path folder = temp("inventory");
      Random random = new Random(6);
      for (int i = 0; i < 300; i++) {
        Path sub = Files.createDirectories(folder.resolve("shelf" + i % 10));
        StringBuilder text =
            new StringBuilder(i % 3 == 0 ? "#!/bin/sh\n" : i % 3 == 1 ? "<?xml?>\n" : "");
        for (int line = 0; line < 150; line++) {
          text.append("line ")
              .append(line)
              .append(" holds ")
              .append(random.nextLong())
              .append('\n');
        }
        Files.writeString(sub.resolve("file" + i + ".txt"), text);
      }
      return folder.toString();
    }

    @Override
    void init(String config) throws Exception {
      root = Path.of(config);
      try (Stream<Path> walk = Files.walk(root)) {
        files = walk.filter(f -> f.toString().endsWith(".txt")).collect(Collectors.toList());
      }
      jobs = files.size();
    }

    @Override
    void arms() {
      arm("asis", () -> scanner.scan(root).stream().mapToLong(Object::hashCode).sum());
      prepared(
          () -> {
            try (Stream<Path> walk = Files.walk(root)) {
              files = walk.filter(f -> f.toString().endsWith(".txt")).collect(Collectors.toList());
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          },
          () -> {
            Job describe = i -> scanner.describe(files.get(i)).get().hashCode();
            cpu("", describe);
            threads("t8", 8, describe);
            procs("procs", i -> files.get(i).toString(), Object::hashCode);
          });
    }

    @Override
    Serializable work(Object input) {
      return scanner.describe(Path.of((String) input)).get();
    }
  }

  /** The database's side of a query that takes two milliseconds. */
  public static long pointsOf(long member) throws InterruptedException {
    Thread.sleep(2);
    return member * 7919 % 70_000;
  }

  public static long fareOf(String route) throws InterruptedException {
    Thread.sleep(2);
    return route.hashCode() & 0xFFFF;
  }

  static final class W07 extends Bench {
    StatusUpdateJob job = new StatusUpdateJob();
    List<Long> members = new ArrayList<>();

    @Override
    void init(String config) throws Exception {
      jobs = 100;
      for (long i = 0; i < jobs; i++) {
        members.add(i);
      }
      Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon").start();
      open.add(server::stop);
      String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:points;DB_CLOSE_DELAY=-1";
      try (var c = DriverManager.getConnection(url, "sa", "");
          var s = c.createStatement()) {
        s.execute("CREATE ALIAS IF NOT EXISTS points_of FOR 'arms.Waiting.pointsOf'");
      }
      JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
      pool.setMaxConnections(20);
      open.add(pool::dispose);
      PointsDao dao = new PointsDao();
      dao.setDataSource(pool);
      job.setPointsDao(dao);
    }

    @Override
    void arms() {
      arm(
          "asis",
          () ->
              job.execute(members).entrySet().stream()
                  .mapToLong(e -> (e.getKey().ordinal() + 1L) * e.getValue())
                  .sum());
      waits("", i -> job.statusOf(members.get(i)).ordinal() + 1L);
    }
  }

  static final class W09 extends Bench {
    FareTable table;
    FareBook book;
    TripPricer pricer;
    List<String> routes;

    @Override
    void init(String config) throws Exception {
      jobs = 100;
      routes = names("route ", jobs);
      String url = "jdbc:h2:mem:fares;DB_CLOSE_DELAY=-1";
      try (var c = DriverManager.getConnection(url, "sa", "");
          var s = c.createStatement()) {
        s.execute("CREATE ALIAS IF NOT EXISTS fare_of FOR 'arms.Waiting.fareOf'");
      }
      JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
      pool.setMaxConnections(64);
      open.add(pool::dispose);
      table = new FareTable(pool);
      book = new FareBook(table);
      pricer = new TripPricer(book);
      open.add(pricer);
    }

    @Override
    void arms() {
      prepared(
          book::invalidate,
          () -> {
            arm("asis", () -> pricer.price(routes));
            Job fare = i -> book.fare(routes.get(i));
            seq("seq", fare);
            threads("t200", 200, fare);
            virtual("virtual", fare);
            stream("pstream", fare);
          });
      Map<String, Long> fares = new HashMap<>();
      Object lock = new Object();
      prepared(
          fares::clear,
          () -> {
            Job out =
                i -> {
                  synchronized (lock) {
                    Long known = fares.get(routes.get(i));
                    if (known != null) {
                      return known;
                    }
                  }
                  long fare = table.load(routes.get(i));
                  synchronized (lock) {
                    fares.put(routes.get(i), fare);
                  }
                  return fare;
                };
            threads("move-wait-out+asis", 16, out);
            threads("move-wait-out+t32", 32, out);
            threads("move-wait-out+t200", 200, out);
            virtual("move-wait-out+virtual", out);
            stream("move-wait-out+pstream", out);
          });
      Map<String, Long> shared = new ConcurrentHashMap<>();
      prepared(
          shared::clear,
          () -> {
            Object[] stripes = new Object[16];
            Arrays.setAll(stripes, i -> new Object());
            threads(
                "stripe+asis",
                16,
                i -> {
                  synchronized (stripes[i % 16]) {
                    return shared.computeIfAbsent(routes.get(i), table::load);
                  }
                });
            threads(
                "concurrent-collection+asis",
                16,
                i -> shared.computeIfAbsent(routes.get(i), table::load));
          });
    }
  }

  static final class W10 extends Bench {
    static final List<String> COMMAND =
        List.of(
            "perl",
            "-e",
            "$|=1; while(<STDIN>){chomp; select(undef,undef,undef,0.003); print \"text of $_\\n\"}");
    OcrEngine engine;
    ScanArchive archive;
    List<String> pages;

    OcrEngine engine() {
      try {
        OcrEngine made = new OcrEngine(COMMAND);
        synchronized (open) {
          open.add(made);
        }
        return made;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void init(String config) {
      jobs = 80;
      pages = names("page ", jobs);
      engine = engine();
      archive = ScanArchive.withDefaults(engine);
      open.add(archive::close);
    }

    @Override
    void arms() {
      arm("asis", () -> archive.index(pages).values().stream().mapToLong(String::hashCode).sum());
      Job read = i -> archive.read(pages.get(i)).hashCode();
      seq("seq", read);
      threads("t200", 200, read);
      virtual("virtual", read);
      stream("pstream", read);
      ThreadLocal<OcrEngine> own = ThreadLocal.withInitial(this::engine);
      Job each = i -> own.get().recognise(pages.get(i)).hashCode();
      threads("per-instance+asis", 8, each);
      threads("per-instance+t32", 32, each);
      BlockingQueue<OcrEngine> idle = new ArrayBlockingQueue<>(8);
      for (int i = 0; i < 8; i++) {
        idle.add(engine());
      }
      Job pooled =
          i -> {
            OcrEngine taken = idle.take();
            try {
              return taken.recognise(pages.get(i)).hashCode();
            } finally {
              idle.add(taken);
            }
          };
      threads("pool-of-instances+asis", 8, pooled);
      threads("pool-of-instances+pool", CORES, pooled);
      threads("pool-of-instances+t200", 200, pooled);
      virtual("pool-of-instances+virtual", pooled);
      procs("procs", pages::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return archive.read((String) input);
    }
  }

  static final class W28 extends Bench {
    BackupRound round;
    File folder;
    List<String> cameras;
    Map<String, byte[]> pictures = new LinkedHashMap<>();

    @Override
    String boot() throws Exception {
      return temp("camera").toString();
    }

    @Override
    void init(String config) {
      jobs = 80;
      folder = new File(config);
      cameras = names("camera", jobs);
      Random random = new Random(28);
      for (String camera : cameras) {
        byte[] picture = new byte[3_000 + random.nextInt(4_000)];
        random.nextBytes(picture);
        pictures.put(camera, picture);
      }
      round = new BackupRound(new SnapshotStore(folder));
      open.add(round);
    }

    private long write(String camera) throws IOException {
      byte[] picture = pictures.get(camera);
      try (FileOutputStream out = new FileOutputStream(new File(folder, camera + ".jpg"))) {
        out.write(picture);
        out.getFD().sync();
      }
      return picture.length;
    }

    @Override
    void arms() {
      arm("asis", () -> round.run(pictures));
      Job save = i -> round.save(cameras.get(i), pictures.get(cameras.get(i)));
      seq("seq", save);
      threads("t200", 200, save);
      virtual("virtual", save);
      stream("pstream", save);
      Map<String, Long> index = new HashMap<>();
      Job out =
          i -> {
            long size = write(cameras.get(i));
            synchronized (index) {
              index.put(cameras.get(i), size);
            }
            return size;
          };
      threads("move-wait-out+asis", 8, out);
      threads("move-wait-out+pool", CORES, out);
      threads("move-wait-out+t32", 32, out);
      threads("move-wait-out+t200", 200, out);
      virtual("move-wait-out+virtual", out);
      stream("move-wait-out+pstream", out);
      Object[] stripes = new Object[16];
      Arrays.setAll(stripes, i -> new Object());
      Map<String, Long> shared = new ConcurrentHashMap<>();
      threads(
          "stripe+asis",
          8,
          i -> {
            synchronized (stripes[i % 16]) {
              long size = write(cameras.get(i));
              shared.put(cameras.get(i), size);
              return size;
            }
          });
    }
  }

  static final class W29 extends Bench {
    InetSocketAddress address;
    ProfileLoader loader;
    List<String> users;

    @Override
    String boot() throws Exception {
      return "" + Net.strings(2, s -> "value of " + s);
    }

    private CacheConnection connect() {
      try {
        CacheConnection made = new CacheConnection(address);
        synchronized (open) {
          open.add(made);
        }
        return made;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void init(String config) {
      jobs = 100;
      address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(config));
      users = names("u", jobs);
      loader = new ProfileLoader(connect());
      open.add(loader::stop);
    }

    private Job pooled(int size) {
      BlockingQueue<CacheConnection> idle = new ArrayBlockingQueue<>(size);
      for (int i = 0; i < size; i++) {
        idle.add(connect());
      }
      return i -> {
        CacheConnection taken = idle.take();
        try {
          return taken.get("profile:" + users.get(i)).hashCode();
        } finally {
          idle.add(taken);
        }
      };
    }

    @Override
    void arms() {
      arm("asis", () -> loader.loadAll(users).values().stream().mapToLong(String::hashCode).sum());
      Job load = i -> loader.load(users.get(i)).hashCode();
      seq("seq", load);
      threads("t200", 200, load);
      virtual("virtual", load);
      stream("pstream", load);
      threads("pool-of-instances+asis", 8, pooled(8));
      threads("pool-of-instances+pool", CORES, pooled(CORES));
      threads("pool-of-instances+t32", 32, pooled(32));
      virtual("pool-of-instances+virtual", pooled(32));
      ThreadLocal<CacheConnection> own = ThreadLocal.withInitial(this::connect);
      Job each = i -> own.get().get("profile:" + users.get(i)).hashCode();
      threads("per-instance+asis", 8, each);
      threads("per-instance+t32", 32, each);
      procs("procs", users::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return loader.load((String) input);
    }
  }

  static final class W30 extends Bench {
    ArrivalBoard board;
    List<String> parcels;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(3, s -> "at depot " + s + ";on van;sorted;held");
    }

    @Override
    void init(String config) {
      jobs = 80;
      parcels = names("parcel", jobs);
      board = new ArrivalBoard("127.0.0.1", Integer.parseInt(config));
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> board.refresh(parcels).values().stream().mapToLong(Integer::longValue).sum());
      waits("", i -> board.arrival(parcels.get(i)));
      procs("procs", parcels::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return board.arrival((String) input);
    }
  }

  static final class W34 extends Bench {
    AlarmSink sink;
    AlarmFeed feed;
    List<String> alarms;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(2, s -> "ACK " + s);
    }

    @Override
    void init(String config) {
      jobs = 100;
      alarms = names("door ", jobs);
      sink = new AlarmSink(Integer.parseInt(config));
      feed = new AlarmFeed(sink);
      open.add(feed);
    }

    @Override
    void arms() {
      arm("asis", () -> feed.publish(alarms));
      Job raise = i -> sink.raise(alarms.get(i)).startsWith("ACK") ? 1 : 0;
      seq("seq", raise);
      threads("t4", 4, raise);
      waits("", raise);
      procs("procs", alarms::get, o -> ((String) o).startsWith("ACK") ? 1 : 0);
    }

    @Override
    Serializable work(Object input) {
      return sink.raise((String) input);
    }
  }
}
