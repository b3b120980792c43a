package dev.concur.calibration;

import static dev.concur.model.Kind.*;

import dev.concur.calibration.shop.Carriers;
import dev.concur.calibration.shop.Dispatching;
import dev.concur.calibration.shop.Order;
import dev.concur.calibration.shop.OrderArchive;
import dev.concur.calibration.shop.PriceService;
import dev.concur.calibration.shop.Pricing;
import dev.concur.calibration.shop.ProductTable;
import dev.concur.calibration.shop.Reports;
import dev.concur.calibration.shop.Secrets;
import dev.concur.calibration.shop.Texts;
import dev.concur.model.Kind;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;

/** Runs the first half of the suite. */
final class ShopRuns {

  private final List<Subject> all = new ArrayList<>();
  private final Random random = new Random(11);
  private final Neighbours neighbours;
  private final Path folder;
  private Object last = "";

  ShopRuns(Neighbours neighbours, Path folder) {
    this.neighbours = neighbours;
    this.folder = folder;
  }

  private Subject run(String method, List<Kind> kinds, Subject.Body body) {
    Subject subject = new Subject(method, kinds, body);
    all.add(subject);
    return subject;
  }

  private Subject light(String method, Subject.Body body) {
    return run(method, List.of(), body);
  }

  private List<Order> orders(int many) {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      List<Order.Line> lines = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(6); j++) {
        BigDecimal price = BigDecimal.valueOf(random.nextInt(100_000), 2);
        lines.add(new Order.Line("AB-" + (1000 + random.nextInt(9000)), j + 1, price));
      }
      String customer = "customer <" + random.nextInt(200) + ">";
      orders.add(new Order(i, customer, LocalDate.of(2024, 1, 1).plusDays(i % 300), lines));
    }
    return orders;
  }

  private String prose(int characters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < characters) {
      int word = random.nextInt(800);
      text.append(word % 40 == 0 ? "who" + word + "@example.org" : "word" + word);
      text.append(word % 13 == 0 ? ".\n" : " ");
    }
    return text.toString();
  }

  List<Subject> subjects() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    PriceService prices = new PriceService(client, neighbours.http, neighbours.linePort);
    ProductTable products = products();
    network(prices);
    database(products);
    files();
    computing();
    texts();
    secrets();
    threads(prices);
    carriers(prices);
    reports(products);
    return all;
  }

  private ProductTable products() throws Exception {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    int port = Neighbours.farAwayFrom(server.getPort());
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:tcp://localhost:" + port + "/mem:shop", "sa", "");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table product (sku varchar primary key, price decimal(20, 2))");
      statement.execute(
          "insert into product select 'AB-' || (1000 + x), x / 10.0 from system_range(1, 2000)");
    }
    return new ProductTable(pool);
  }

  private void network(PriceService prices) {
    run("PriceService#fetch", List.of(NETWORK), () -> prices.fetch("AB-1234"));
    run("PriceService#fetchLater", List.of(), () -> last = prices.fetchLater("AB-1234"))
        .starts(() -> ((java.util.concurrent.CompletableFuture<?>) last).join());
    run("PriceService#fetchAll", List.of(NETWORK), () -> prices.fetchAll(List.of("A", "B", "C")));
    run("PriceService#fetchTheOldWay", List.of(NETWORK), () -> prices.fetchTheOldWay("AB-1"));
    run("PriceService#stock", List.of(NETWORK), () -> prices.stock("AB-1"));
  }

  private void database(ProductTable products) {
    run("ProductTable#priceOf", List.of(DATABASE), () -> products.priceOf("AB-1500"));
    light("ProductTable#cachedPrice", () -> products.cachedPrice("AB-1501"));
    light("ProductTable#forget", () -> done(() -> products.forget("AB-1502")));
    run("ProductTable#skusBelow", List.of(DATABASE), () -> products.skusBelow(BigDecimal.TEN));
    List<String> skus = List.of("AB-1503", "AB-1504", "AB-1505");
    run(
        "ProductTable#raisePrices",
        List.of(DATABASE),
        () -> products.raisePrices(skus, BigDecimal.ONE));
  }

  private static Object done(Runnable work) {
    work.run();
    return "";
  }

  private void files() throws Exception {
    OrderArchive archive = new OrderArchive(folder);
    Path csv = folder.resolve("list.csv");
    Path properties = folder.resolve("shop.properties");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines.append("customer").append(i).append(";").append(i).append('\n');
    }
    Files.writeString(csv, lines);
    String settings = "name = shop\ncity = Ulm\nopen = 9-18\nphone = 0731\n";
    Files.writeString(properties, settings);
    List<Order> some = orders(100);
    run("OrderArchive#customers", List.of(DISK), () -> archive.customers("list.csv")).cold(csv);
    run(
        "OrderArchive#append",
        List.of(DISK),
        () -> done(() -> quiet(() -> archive.append(some.get(0)))));
    run(
        "OrderArchive#rewrite",
        List.of(DISK),
        () -> done(() -> quiet(() -> archive.rewrite("new.csv", some))));
    run("OrderArchive#settings", List.of(DISK), archive::settings).cold(properties);
    light("OrderArchive#settingsIn", () -> OrderArchive.settingsIn(settings));
    run("OrderArchive#header", List.of(DISK), () -> archive.header("list.csv")).cold(csv);
    run(
        "OrderArchive#persist",
        List.of(DISK),
        () -> done(() -> quiet(() -> archive.persist(some))));
    run("OrderArchive#copy", List.of(SERIALIZATION), () -> archive.copy(some));
    String text = prose(40_000);
    run("OrderArchive#zipped", List.of(COMPRESSION), () -> archive.zipped(text));
    byte[] record = ByteBuffer.allocate(32).putLong(1).putLong(2).array();
    light("OrderArchive#numbers", () -> archive.numbers(record));
    run("OrderArchive#linesOfFile", List.of(DISK), () -> archive.linesOfFile("list.csv")).cold(csv);
    light("OrderArchive#receipt", () -> archive.receipt(some.get(3)));
    run("OrderArchive#bytesOfAll", List.of(DISK), archive::bytesOfAll);
    light("OrderArchive#pathOf", () -> archive.pathOf(17));
  }

  private interface Risky {
    void run() throws Exception;
  }

  private static void quiet(Risky work) {
    try {
      work.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void computing() {
    Pricing pricing = new Pricing();
    List<Order> orders = orders(1_000);
    light("Pricing#discount", pricing::discount);
    light("Order#total", orders.get(5)::total);
    light("Order#isEmpty", orders.get(5)::isEmpty);
    light("Pricing#withVat", () -> pricing.withVat(BigDecimal.TEN));
    run("Pricing#turnover", List.of(MATHS), () -> pricing.turnover(orders));
    run("Pricing#byTotal", List.of(SORT, MATHS), () -> pricing.byTotal(orders));
    double[] series = random.doubles(2_000).toArray();
    run("Pricing#movingAverage", List.of(MATHS), () -> pricing.movingAverage(series, 50));
    double[][] many = new double[40][];
    for (int i = 0; i < many.length; i++) {
      many[i] = random.doubles(250).toArray();
    }
    run("Pricing#correlations", List.of(MATHS), () -> pricing.correlations(many));
    run("Pricing#combinations", List.of(MATHS), () -> pricing.combinations(1_000));
    int[] values = random.ints(100, 1, 100).toArray();
    int[] weights = random.ints(100, 1, 60).toArray();
    run("Pricing#bestBasket", List.of(MATHS), () -> pricing.bestBasket(values, weights, 2_000));
    light("Pricing#cheapest", () -> pricing.cheapest(values));
    light("Pricing#label", () -> pricing.label(orders.get(9)));
    light("Pricing#quantities", () -> pricing.quantities(orders.get(9)));
    run("Pricing#routes", List.of(MATHS), () -> pricing.routes(8));
    run("Pricing#fibonacci", List.of(MATHS), () -> pricing.fibonacci(25));
    List<Integer> numbers = random.ints(5_000).boxed().toList();
    run("Pricing#shuffledAndSorted", List.of(SORT), () -> pricing.shuffledAndSorted(numbers));
  }

  private void texts() {
    String document = prose(60_000);
    List<Order> orders = orders(300);
    run("Texts#mailsIn", List.of(TEXT), () -> Texts.mailsIn(document));
    light("Texts#isSku", () -> Texts.isSku("AB-1234"));
    run("Texts#wordCounts", List.of(TEXT), () -> Texts.wordCounts(document));
    String a = prose(300);
    String b = prose(300);
    run("Texts#distance", List.of(TEXT), () -> Texts.distance(a, b));
    run("Texts#csv", List.of(TEXT), () -> Texts.csv(orders));
    light("Texts#sumIn", () -> Texts.sumIn("1 2 3 4 5"));
    light("Texts#slug", () -> Texts.slug(" A Title of a Page "));
    light("Texts#initials", () -> Texts.initials("Ada Byron King"));
    light("Texts#token", () -> Texts.token(42, "secret"));
    light("Texts#palindrome", () -> Texts.palindrome("able was i ere i saw elba"));
  }

  private void secrets() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    Secrets secrets = new Secrets(generator.generateKeyPair(), new byte[16]);
    byte[] content = prose(64_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] nonce = new byte[12];
    run("Secrets#password", List.of(CRYPTO), () -> secrets.password("abc".toCharArray(), nonce));
    run("Secrets#checksum", List.of(CRYPTO), () -> secrets.checksum(content));
    run("Secrets#sign", List.of(CRYPTO), () -> secrets.sign("a message"));
    run(
        "Secrets#seal",
        List.of(CRYPTO),
        () -> {
          nonce[0]++;
          nonce[1] += (byte) (nonce[0] == 0 ? 1 : 0);
          nonce[2] += (byte) (nonce[0] == 0 && nonce[1] == 0 ? 1 : 0);
          return secrets.seal(content, nonce);
        });
    light("Secrets#sameBytes", () -> secrets.sameBytes(nonce, new byte[12]));
    light("Secrets#mac", () -> secrets.mac("user=17"));
  }

  private void threads(PriceService prices) {
    ExecutorService pool = Executors.newFixedThreadPool(4, Neighbours::daemon);
    BlockingQueue<Order> queue = new LinkedBlockingQueue<>();
    Dispatching dispatching = new Dispatching(pool, queue, prices);
    List<Order> orders = orders(10);
    Subject.Body drain = () -> pool.submit(() -> "").get();
    run(
            "Dispatching#inTheBackground",
            List.of(),
            () -> done(() -> dispatching.inTheBackground("A")))
        .starts(drain);
    run("Dispatching#stockLater", List.of(), () -> dispatching.stockLater("A")).starts(drain);
    run("Dispatching#andWait", List.of(NETWORK), () -> dispatching.andWait("A"));
    light("Dispatching#offer", () -> dispatching.offer(orders.get(0)))
        .then(() -> done(queue::clear));
    light("Dispatching#drain", dispatching::drain);
    light("Dispatching#next", dispatching::next);
    light("Dispatching#note", () -> done(() -> dispatching.note(orders.get(1))));
    run(
        "Dispatching#backOff",
        List.of(SLEEP),
        () -> done(() -> quiet(() -> dispatching.backOff(1))));
    run("Dispatching#pause", List.of(SLEEP), () -> done(() -> quiet(dispatching::pause)));
    Runnable part = () -> Neighbours.pause(2);
    run(
        "Dispatching#together",
        List.of(LOCK),
        () -> done(() -> quiet(() -> dispatching.together(List.of(part, part, part)))));
    Neighbours.daemon(
            () -> {
              while (true) {
                Neighbours.pause(2);
                if (queue.isEmpty()) {
                  queue.add(orders.get(0));
                }
              }
            })
        .start();
    run("Dispatching#take", List.of(LOCK), dispatching::take);
  }

  private void carriers(PriceService prices) throws Exception {
    System.setIn(Neighbours.typing("yes\n"));
    Carriers far = new Carriers(new Carriers.Remote(prices));
    Carriers near = new Carriers(new Carriers.Spool(folder));
    Path text = folder.resolve("list.csv");
    run("Carriers#send", List.of(NETWORK, DISK), () -> far.send("17") + near.send("17"));
    light("Carriers#carrierName", near::carrierName);
    run("Carriers#version", List.of(PROCESS), near::version);
    run("Carriers#print", List.of(PROCESS), () -> near.print(text));
    run("Carriers#ask", List.of(INPUT), () -> near.ask(""));
    light("Carriers#parse", () -> near.parse("a,b"));
  }

  private void reports(ProductTable products) throws Exception {
    Reports reports = new Reports(products);
    List<Order> orders = orders(400);
    Path log = folder.resolve("shop.log");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      lines.append("2024-01-").append(10 + i % 20).append(i % 9 == 0 ? " ERROR " : " INFO ");
      lines.append("order ").append(i).append(" was taken by the desk\n");
    }
    Files.writeString(log, lines);
    int[] values = random.ints(150, 1, 400).toArray();
    run("Reports#chart", List.of(IMAGE), () -> reports.chart(values));
    int[][] pixels = new int[300][400];
    run("Reports#grey", List.of(IMAGE, MATHS), () -> reports.grey(pixels));
    run("Reports#errors", List.of(DISK, TEXT), () -> reports.errors(log)).cold(log);
    run("Reports#html", List.of(TEXT), () -> reports.html(orders));
    run("Reports#topCustomers", List.of(SORT, MATHS), () -> reports.topCustomers(orders, 10));
    run("Reports#bargains", List.of(DATABASE), () -> reports.bargains(BigDecimal.TEN));
    light("Reports#large", () -> reports.large(orders));
    light("Reports#countLarge", () -> reports.countLarge(orders));
  }
}
