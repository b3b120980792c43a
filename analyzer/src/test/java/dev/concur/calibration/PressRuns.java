package dev.concur.calibration;

import static dev.concur.model.Kind.*;

import dev.concur.calibration.press.Article;
import dev.concur.calibration.press.Desk;
import dev.concur.calibration.press.Feeds;
import dev.concur.calibration.press.Mill;
import dev.concur.calibration.press.Pictures;
import dev.concur.calibration.press.Press;
import dev.concur.calibration.press.Store;
import dev.concur.model.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.h2.tools.Server;
import org.w3c.dom.Document;

/** Runs the second half of the suite. */
final class PressRuns {

  /** Something that gives nothing back. */
  private interface Step {
    void run() throws Exception;
  }

  private final List<Subject> all = new ArrayList<>();
  private final Random random = new Random(12);
  private final Neighbours neighbours;
  private final Path folder;
  private Object last = "";

  PressRuns(Neighbours neighbours, Path folder) {
    this.neighbours = neighbours;
    this.folder = folder;
  }

  List<Subject> subjects() throws Exception {
    List<Article> articles = articles(300);
    articles(articles);
    store(articles);
    press(articles);
    pictures();
    feeds();
    desk(articles);
    mill();
    database();
    return all;
  }

  private Subject run(String method, List<Kind> kinds, Subject.Body body) {
    Subject subject = new Subject(method, kinds, body);
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

  private String prose(int words) {
    return Stream.generate(() -> "w" + random.nextInt(900))
        .limit(words)
        .collect(Collectors.joining(" "));
  }

  private List<Article> articles(int many) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      List<String> tags = List.of("tag" + i % 7, "tag" + i % 11);
      Instant published = Instant.ofEpochSecond(random.nextInt(1_000_000));
      articles.add(new Article("title " + random.nextInt(100_000), prose(120), tags, published));
    }
    return articles;
  }

  private void articles(List<Article> articles) {
    Article one = articles.get(0);
    Article two = articles.get(1);
    light("Article#title", one::title);
    light("Article#tagged", () -> one.tagged("tag3"));
    light("Article#isNewerThan", () -> one.isNewerThan(two));
    light("Article#words", one::words);
    light("Article#compareTo", () -> one.compareTo(two));
    light("Article#equals", () -> one.equals(two));
    light("Article#hashCode", one::hashCode);
    light("Article#toString", one::toString);
  }

  private void store(List<Article> articles) throws Exception {
    Path root = Files.createDirectories(folder.resolve("store"));
    Store store = new Store(root, Store.durable(root.resolve("journal.txt")));
    Path page = root.resolve("page.md");
    Files.writeString(page, ("# head\n" + prose(20) + "\n").repeat(150));
    Path zip = root.resolve("all.zip");
    Files.write(zip, store.bundle(articles.subList(0, 20)));
    byte[] packed = packed(prose(4_000));
    List<Article> few = articles.subList(0, 40);
    does("Store#published", List.of(DISK), () -> store.published(articles.get(0)));
    run("Store#load", List.of(DISK), () -> store.load("page.md")).cold(page);
    light("Store#template", () -> store.template("page.md"));
    light("Store#titles", () -> store.titles(Stream.of("a", "# b")));
    run("Store#titlesOf", List.of(DISK), () -> store.titlesOf("page.md")).cold(page);
    does("Store#replace", List.of(DISK), () -> store.replace("other.md", "text"));
    run("Store#block", List.of(DISK), () -> store.block("page.md", 4096)).cold(page);
    run("Store#markers", List.of(DISK), () -> store.markers("page.md")).cold(page);
    run("Store#zippedText", List.of(DISK, COMPRESSION), () -> store.zippedText("all.zip"))
        .cold(zip);
    run("Store#bundle", List.of(COMPRESSION), () -> store.bundle(articles));
    does("Store#each", List.of(DISK), () -> store.each("page.md", line -> last = line)).cold(page);
    run("Store#drafts", List.of(DISK), store::drafts);
    run("Store#sizeOfTree", List.of(DISK), store::sizeOfTree);
    does("Store#index", List.of(DISK), () -> store.index(few));
    light("Store#extension", () -> store.extension(page));
    run("Store#unpack", List.of(COMPRESSION), () -> store.unpack(packed));
  }

  private static byte[] packed(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new java.util.zip.GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void press(List<Article> articles) {
    Press press = new Press();
    Article one = articles.get(0);
    String text = prose(2_000);
    does("Press#add", List.of(), () -> press.add(one)).then(press.tagged("")::size);
    light("Press#tagged", () -> press.tagged("tag1"));
    run("Press#justify", List.of(TEXT, MATHS), () -> press.justify(text));
    run("Press#weights", List.of(TEXT), () -> press.weights(articles));
    run("Press#newest", List.of(SORT), () -> press.newest(articles, 10));
    int[][] links = new int[500][];
    for (int i = 0; i < links.length; i++) {
      links[i] = random.ints(8, 0, links.length).toArray();
    }
    run("Press#rank", List.of(MATHS), () -> press.rank(links, 20));
    run("Press#titlesByTag", List.of(TEXT, OTHER), () -> press.titlesByTag(articles));
    Map<Integer, List<Integer>> graph = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      graph.put(i, random.ints(3, 0, 2_000).boxed().toList());
    }
    run("Press#reachable", List.of(OTHER, MATHS), () -> press.reachable(graph, 0));
    run("Press#primes", List.of(MATHS), () -> press.primes(100_000));
    run("Press#sumOfSquares", List.of(MATHS), () -> press.sumOfSquares(200_000));
    light("Press#gcd", () -> press.gcd(3_528, 3_780));
    light("Press#digits", () -> press.digits(123_456));
    run("Press#sortedTitles", List.of(SORT), () -> press.sortedTitles(articles));
    run("Press#permutations", List.of(TEXT), () -> press.permutations("abcdefg"));
    light("Press#timed", () -> press.timed(p -> p.pages(7)));
    light("Press#heading", () -> press.heading(" A head ", 2));
    light("Press#pages", () -> press.pages(7));
    light("Press#fits", () -> press.fits("a line of text that is as long as others"));
    light("Press#summary", () -> press.summary(one));
  }

  private void pictures() throws Exception {
    Pictures pictures = new Pictures();
    BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 800; x++) {
        image.setRGB(x, y, x * y + random.nextInt(20));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    Path file = folder.resolve("picture.jpg");
    Files.write(file, bytes.toByteArray());
    run("Pictures#decode", List.of(IMAGE), () -> pictures.decode(bytes.toByteArray()));
    run("Pictures#thumbnail", List.of(IMAGE), () -> pictures.thumbnail(image));
    run("Pictures#open", List.of(IMAGE, DISK), () -> pictures.open(file)).cold(file);
    float[] pixels = new float[400 * 300];
    float[] out = new float[400 * 300];
    does("Pictures#blur", List.of(MATHS, IMAGE), () -> pictures.blur(pixels, out, 400, 300));
    light("Pictures#aspect", () -> pictures.aspect(image));
    run("Pictures#histogram", List.of(IMAGE, MATHS), () -> pictures.histogram(image));
  }

  private void feeds() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(8, Neighbours::daemon);
    InetAddress host = InetAddress.getByName("localhost");
    Feeds feeds = new Feeds(workers, host, neighbours.linePort);
    Path file = folder.resolve("feed.txt");
    Files.writeString(file, prose(300));
    Feeds.Source site = new Feeds.Site(neighbours.http);
    Feeds.Source near = new Feeds.Folder(file);
    run("Feeds#read", List.of(NETWORK, DISK), () -> feeds.read(site) + feeds.read(near));
    String xml = "<feed>" + "<item a='1'>text</item>".repeat(200) + "</feed>";
    run("Feeds#parse", List.of(TEXT, SERIALIZATION), () -> feeds.parse(xml));
    Document document = feeds.parse("<feed>" + "<item/>".repeat(10) + "</feed>");
    light("Feeds#items", () -> feeds.items(document));
    run("Feeds#fingerprint", List.of(NETWORK), () -> feeds.fingerprint(neighbours.http));
    run("Feeds#lengthLater", List.of(), () -> last = feeds.lengthLater(near))
        .starts(() -> ((CompletableFuture<?>) last).join());
    List<Feeds.Source> sources = List.of(site, near, site);
    run("Feeds#lengthOfAll", List.of(NETWORK, DISK), () -> feeds.lengthOfAll(sources));
    does("Feeds#ping", List.of(NETWORK), () -> feeds.ping("desk"));
    run("Feeds#line", List.of(NETWORK), feeds::line);
    light("Feeds#preparation", () -> feeds.preparation(neighbours.http));
  }

  private void desk(List<Article> articles) throws Exception {
    Desk desk = new Desk();
    Article one = articles.get(0);
    light("Desk#size", desk::size);
    light("Desk#note", desk::note);
    does("Desk#remember", List.of(), () -> desk.remember("x")).then(desk::note);
    does("Desk#put", List.of(), () -> desk.put(one)).then(() -> drained(desk));
    does("Desk#greet", List.of(), () -> desk.greet("Ada"));
    does("Desk#nap", List.of(SLEEP), desk::nap);
    Subject.Body settle =
        () -> {
          Neighbours.pause(3);
          while (desk.note().isPresent()) {
            // Drained.
          }
          return "";
        };
    does("Desk#remindLater", List.of(), () -> desk.remindLater("x")).starts(settle);
    does("Desk#side", List.of(LOCK), () -> desk.side(() -> Neighbours.pause(1)));
    CyclicBarrier barrier = new CyclicBarrier(2);
    Neighbours.daemon(() -> meetAgainAndAgain(barrier)).start();
    does("Desk#meet", List.of(LOCK), () -> desk.meet(barrier));
    ExecutorService workers = Executors.newFixedThreadPool(4, Neighbours::daemon);
    Callable<Integer> task =
        () -> {
          Neighbours.pause(2);
          return 1;
        };
    run("Desk#allOf", List.of(LOCK), () -> desk.allOf(workers, List.of(task, task, task)));
    Path missing = folder.resolve("missing");
    run("Desk#waitFor", List.of(SLEEP), () -> desk.waitFor(missing, 3));
    Desk busy = new Desk();
    busy.occupy();
    run("Desk#pressWithin", List.of(LOCK), () -> busy.pressWithin(2));
    Neighbours.daemon(
            () -> {
              while (true) {
                Neighbours.pause(2);
                if (desk.size() == 0) {
                  desk.put(one);
                }
              }
            })
        .start();
    run("Desk#next", List.of(LOCK), desk::next);
  }

  private static Object drained(Desk desk) throws InterruptedException {
    while (desk.size() > 0) {
      desk.next();
    }
    return "";
  }

  private static void meetAgainAndAgain(CyclicBarrier barrier) {
    try {
      while (true) {
        Neighbours.pause(1);
        barrier.await();
      }
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void mill() throws Exception {
    Mill mill = new Mill();
    Path file = folder.resolve("big.txt");
    Files.writeString(file, prose(30_000));
    byte[] content = prose(10_000).getBytes(StandardCharsets.UTF_8);
    byte[] packed = mill.deflate(content);
    String html = ("<p class='a'>" + prose(5) + "</p>\n").repeat(400);
    run("Mill#digest", List.of(DISK, CRYPTO), () -> mill.digest(file)).cold(file);
    run("Mill#plain", List.of(TEXT), () -> mill.plain(html));
    run("Mill#deflate", List.of(COMPRESSION), () -> mill.deflate(content));
    run("Mill#inflate", List.of(COMPRESSION), () -> mill.inflate(packed, content.length));
    byte[] small = prose(20).getBytes(StandardCharsets.UTF_8);
    light("Mill#crc", () -> mill.crc(small));
    BigInteger prime = BigInteger.probablePrime(512, random);
    BigInteger large = new BigInteger(2_048, random);
    run("Mill#probablyPrime", List.of(MATHS, CRYPTO), () -> mill.probablyPrime(prime));
    BigInteger odd = new BigInteger(2_048, random).setBit(0);
    run("Mill#power", List.of(MATHS, CRYPTO), () -> mill.power(large, large, odd));
    run("Mill#run", List.of(PROCESS), () -> mill.run("true"));
    Map<String, Object> values = Map.of("a", List.of(1, 2, 3), "b", Map.of("c", "d"), "e", "f");
    light("Mill#json", () -> mill.json(values));
    double[][] matrix = new double[120][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = random.doubles(120).toArray();
    }
    run("Mill#multiply", List.of(MATHS), () -> mill.multiply(matrix, matrix));
    run("Mill#integral", List.of(MATHS), () -> mill.integral(100_000));
    light("Mill#day", () -> mill.day("2024-05-17"));
    light("Mill#id", () -> mill.id("Ada"));
    int[] numbers = random.ints(10_000).toArray();
    run("Mill#sorted", List.of(SORT), () -> mill.sorted(numbers));
    int[] sorted = mill.sorted(numbers);
    light("Mill#position", () -> mill.position(sorted, 77));
    System.setIn(Neighbours.typing("12\n"));
    run("Mill#choice", List.of(INPUT), mill::choice);
  }

  private void database() throws Exception {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    int port = Neighbours.farAwayFrom(server.getPort());
    Connection connection =
        DriverManager.getConnection("jdbc:h2:tcp://localhost:" + port + "/mem:press", "sa", "");
    connection.createStatement().execute("create table article (title varchar)");
    Mill mill = new Mill();
    mill.store(connection, List.of("one", "two", "three"));
    run("Mill#titles", List.of(DATABASE), () -> mill.titles(connection));
    run("Mill#store", List.of(DATABASE), () -> mill.store(connection, List.of("a", "b")))
        .then(() -> connection.createStatement().execute("delete from article where title = 'a'"));
  }
}
