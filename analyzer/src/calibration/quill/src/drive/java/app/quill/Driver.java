package app.quill;

import app.quill.app.*;
import app.quill.catalog.*;
import app.quill.fetch.*;
import app.quill.files.*;
import app.quill.media.*;
import app.quill.report.*;
import app.quill.secure.*;
import app.quill.store.*;
import app.quill.text.*;
import app.quill.work.*;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.*;
import com.google.zxing.common.BitMatrix;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.concur.measure.Measurements;
import dev.concur.measure.Neighbours;
import dev.concur.measure.Reach;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.*;
import okhttp3.OkHttpClient;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.Jedis;

/** Drives the publisher as its callers do, and measures. */
public final class Driver {

  private static final Random RANDOM = new Random(23);
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    System.setIn(Neighbours.typing("Yes", "edit chapter", "print", "quit"));
    Measurements measured = new Measurements();
    Path folder = Files.createTempDirectory("quill");
    catalog(measured);
    fetch(measured);
    Database database = store(measured, folder);
    text(measured);
    files(measured, folder);
    media(measured, folder);
    secure(measured, database);
    report(measured);
    work(measured);
    house(measured, folder, database);
    measured.measure(args);
  }

  static String words(int count) {
    String[] some = {
      "Reading",
      "stories",
      "of",
      "the",
      "whaling",
      "captain",
      "and",
      "painted",
      "islands",
      "under",
      "silver",
      "moons",
      "where",
      "children",
      "walked",
      "slowly",
      "towards",
      "houses",
      "burning",
      "letters"
    };
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(some[RANDOM.nextInt(some.length)]);
      if (RANDOM.nextInt(6) == 0) {
        out.append(RANDOM.nextInt(300));
      }
    }
    return out.toString();
  }

  static List<Book> books(int count) {
    List<Book> books = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      books.add(
          new Book(
              "978" + (1_000_000_000L + i),
              words(4),
              List.of("Author " + (char) ('A' + RANDOM.nextInt(26)) + RANDOM.nextInt(60)),
              80 + RANDOM.nextInt(800),
              500 + RANDOM.nextInt(5_000)));
    }
    return books;
  }

  static String csv(int rows) {
    StringBuilder out = new StringBuilder("isbn,title,author,pages,cents\n");
    for (Book book : books(rows)) {
      out.append(book.getIsbn())
          .append(",\"")
          .append(book.getTitle())
          .append("\",")
          .append(book.getAuthors().get(0))
          .append(',')
          .append(book.getPages())
          .append(',')
          .append(book.getCents())
          .append('\n');
    }
    return out.toString();
  }

  private static void catalog(Measurements measured) {
    List<Book> books = books(800);
    Catalog catalog = new Catalog(books);
    measured
        .on(Isbn.class, "parse")
        .driven("with hyphens")
        .run(() -> Isbn.parse("978-3-16-148410-0"));
    measured.on(Book.class, "toString").driven("").run(books.get(0)::toString);
    measured
        .on(Discount.class, "best")
        .driven("3 discounts")
        .run(() -> Discount.best(List.of(Discount.values()), 1_999));
    measured
        .on(Catalog.class, "titleOf")
        .driven("known")
        .run(() -> catalog.titleOf(books.get(5).getIsbn()));
    measured
        .on(Catalog.class, "matching")
        .driven("not consumed")
        .run(() -> catalog.matching(b -> b.getPages() > 200));
    measured
        .on(Catalog.class, "cheaperThan")
        .driven("not iterated")
        .run(() -> catalog.cheaperThan(999));
    measured
        .on(Catalog.class, "count")
        .driven("800 books")
        .run(() -> catalog.count(b -> b.getPages() > 200));
    measured
        .on(Catalog.class, "shelved")
        .kinds("sort", "text")
        .driven("800 books")
        .run(catalog::shelved);
    measured
        .on(Catalog.class, "mostExpensive")
        .driven("10 of 800")
        .kinds("sort")
        .run(() -> catalog.mostExpensive(10));
    measured
        .on(Catalog.class, "titlesByLength")
        .kinds("sort", "other")
        .driven("800 books")
        .run(catalog::titlesByLength);
    measured
        .on(Catalog.class, "<init>")
        .kinds("other")
        .driven("800 books")
        .run(() -> new Catalog(books));
  }

  static String reviews(int count) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",")
          .append("{\"stars\":")
          .append(i % 5)
          .append(",\"text\":\"")
          .append(words(12))
          .append("\"}");
    }
    return out.append("]").toString();
  }

  static String page(int articles) {
    StringBuilder out = new StringBuilder("<html><head><title>Books</title></head><body>");
    for (int i = 0; i < articles; i++) {
      out.append("<article><h2>")
          .append(words(4))
          .append("</h2><p onclick=\"x()\">")
          .append(words(40))
          .append("</p><a href=\"/read/")
          .append(i)
          .append("\">more</a></article>\n");
    }
    return out.append("</body></html>").toString();
  }

  private static void fetch(Measurements measured) throws Exception {
    Neighbours near = new Neighbours();
    near.page("/covers/978", new byte[3_000])
        .page("/stars/978", "4")
        .page("/reviews/978", reviews(4_000))
        .page("/stock/978", "17")
        .page("/news", page(1))
        .page("/press", page(120));
    String base = near.http.toString();
    CoverClient covers = new CoverClient(new OkHttpClient(), base);
    Method request = Reach.method(CoverClient.class, "request");
    measured.on(CoverClient.class, "request").driven("").run(() -> request.invoke(covers, "978"));
    measured
        .on(CoverClient.class, "fetch")
        .kinds("network")
        .driven("3 KB, 4 ms")
        .run(() -> covers.fetch("978"));
    measured
        .on(CoverClient.class, "upload")
        .kinds("network")
        .driven("3 KB, 4 ms")
        .run(() -> covers.upload("978", new byte[3_000]));
    List<CompletableFuture<?>> started = new ArrayList<>();
    Callable<Object> drain =
        () -> {
          started.forEach(CompletableFuture::join);
          started.clear();
          return null;
        };
    measured
        .on(CoverClient.class, "prefetch")
        .driven("only started")
        .async(drain::call)
        .run(() -> started.add(covers.prefetch("978")));
    ReviewClient reviews =
        new ReviewClient(org.apache.http.impl.client.HttpClients.createDefault(), base);
    measured
        .on(ReviewClient.class, "latest")
        .kinds("network")
        .driven("4 ms")
        .run(() -> reviews.latest("978"));
    measured
        .on(ReviewClient.class, "stars")
        .kinds("network")
        .driven("4 ms")
        .run(() -> reviews.stars("978"));
    measured
        .on(ReviewClient.class, "statistics")
        .kinds("network", "serialization", "text")
        .driven("4000 reviews, 400 KB, 4 ms")
        .run(() -> reviews.statistics("978"));
    StockClient stock =
        new StockClient(
            org.apache.hc.client5.http.impl.classic.HttpClients.createDefault(), near.http);
    measured
        .on(StockClient.class, "inStock")
        .kinds("network")
        .driven("4 ms")
        .run(() -> stock.inStock("978"));
    CachedStock cached = new CachedStock(stock);
    measured
        .on(CachedStock.class, "inStock")
        .driven("hit")
        .mayBlock()
        .run(() -> cached.inStock("978"));
    measured
        .on(CachedStock.class, "sold")
        .driven("")
        .run(
            () -> {
              cached.sold("978", 0);
              return null;
            });
    measured
        .on(CachedStock.class, "fresh")
        .kinds("network")
        .driven("loads anew, 4 ms")
        .run(() -> cached.fresh("978"));
    Press press =
        new Press(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), near.http);
    measured
        .on(Press.class, "headline")
        .kinds("network")
        .driven("page of 1 KB, 4 ms")
        .run(() -> press.headline("/news"));
    String html = page(120);
    measured
        .on(Press.class, "links", String.class)
        .kinds("text", "serialization")
        .driven("page of 45 KB")
        .run(() -> Press.links(html));
    String small = page(10);
    measured
        .on(Press.class, "harmless")
        .kinds("text", "serialization")
        .driven("page of 4 KB")
        .run(() -> Press.harmless(small));
    measured
        .on(Press.class, "articles")
        .kinds("network", "text")
        .driven("page of 45 KB, 4 ms")
        .run(() -> press.articles("/press"));
    List<String> shops = List.of("a", "b", "c", "d");
    measured
        .on(Press.class, "cheapest")
        .kinds("network", "lock")
        .driven("4 shops at once")
        .run(() -> press.cheapest(shops, "978"));
    measured
        .on(Press.class, "cheapestLater")
        .kinds("other")
        .driven("only started")
        .async(drain::call)
        .run(() -> started.add(press.cheapestLater(List.of("a"), "978")));
    measured
        .on(Press.class, "links", java.net.URI.class, String.class)
        .driven("makes a function")
        .run(() -> Press.links(near.http, "x"));
  }

  private static Database store(Measurements measured, Path folder) throws Exception {
    Jedis jedis = new Jedis("127.0.0.1", FakeRedis.start());
    SessionStore sessions = new SessionStore(jedis);
    measured
        .on(SessionStore.class, "load")
        .kinds("network", "database")
        .driven("4 ms")
        .run(() -> sessions.load("s1"));
    measured
        .on(SessionStore.class, "save")
        .kinds("network", "database")
        .driven("4 ms")
        .run(
            () -> {
              sessions.save("s1", "x");
              return null;
            });
    measured.on(SessionStore.class, "nearBy").driven("").run(() -> sessions.nearBy("s1"));
    List<String> ids = List.of("a", "b", "c", "d", "e");
    measured
        .on(SessionStore.class, "loadAll")
        .kinds("network", "database")
        .driven("5 in a pipeline")
        .run(() -> sessions.loadAll(ids));
    StatefulRedisConnection<String, String> lettuce =
        RedisClient.create("redis://127.0.0.1:" + FakeRedis.start()).connect();
    LeaderBoard board = new LeaderBoard(lettuce);
    measured
        .on(LeaderBoard.class, "leader")
        .kinds("network", "database")
        .driven("4 ms")
        .run(board::leader);
    List<Future<?>> elections = new ArrayList<>();
    measured
        .on(LeaderBoard.class, "elect")
        .driven("only started")
        .async(
            () -> {
              for (Future<?> election : elections) {
                election.get();
              }
              elections.clear();
              return null;
            })
        .run(() -> elections.add(board.elect("978")));
    measured
        .on(LeaderBoard.class, "electAndWait")
        .kinds("network", "lock")
        .driven("4 ms")
        .run(() -> board.electAndWait("978"));

    org.h2.tools.Server server =
        org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon").start();
    String url =
        "jdbc:h2:tcp://127.0.0.1:"
            + Neighbours.farAwayFrom(server.getPort())
            + "/"
            + folder.resolve("quill");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(4);
    HikariDataSource source = new HikariDataSource(config);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table orders (id identity primary key, isbn varchar, copies int, cents bigint)");
      statement.execute("create index orders_isbn on orders (isbn)");
      statement.execute("create table authors (id int primary key, name varchar, country varchar)");
      statement.execute("create table shelves (isbn varchar primary key, shelf varchar)");
      statement.execute("create table users (name varchar primary key, hash varchar)");
      statement.execute(
          "insert into orders (isbn, copies, cents) select 'i' || mod(x, 100), 1, 999 from system_range(1, 2000)");
      statement.execute(
          "insert into authors select x, 'Author ' || x, 'C' || mod(x, 25) from system_range(1, 500)");
      statement.execute(
          "insert into shelves select 'i' || x, 'S' || mod(x, 40) from system_range(1, 400)");
      statement.execute("insert into users values ('jo', '" + Passwords.hash("secret", 10) + "')");
    }
    Database database = new Database(source);
    OrderRepository orders = new OrderRepository(database);
    measured
        .on(OrderRepository.class, "find")
        .kinds("database")
        .driven("by key, database 2 ms away")
        .run(() -> orders.find(77));
    List<OrderRepository.Order> ten =
        Collections.nCopies(10, new OrderRepository.Order(0, "new", 1, 500));
    measured
        .on(OrderRepository.class, "place")
        .kinds("database")
        .driven("batch of 10")
        .run(() -> orders.place(ten));
    measured
        .on(OrderRepository.class, "turnover")
        .kinds("database")
        .driven("sum over 20 rows")
        .run(() -> orders.turnover("i7"));
    Configuration mybatis =
        new Configuration(new Environment("e", new JdbcTransactionFactory(), source));
    mybatis.addMapper(AuthorMapper.class);
    SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(mybatis);
    AuthorService authors = new AuthorService(factory);
    measured
        .on(AuthorService.class, "nameOf")
        .kinds("database")
        .driven("by key")
        .run(() -> authors.nameOf(17));
    measured
        .on(AuthorService.class, "compatriots")
        .kinds("database")
        .driven("20 rows")
        .run(() -> authors.compatriots("C7"));
    measured
        .on(AuthorService.class, "move")
        .kinds("database")
        .driven("update and commit")
        .run(() -> authors.move(3, "C3"));
    Method byName = Reach.method(AuthorService.class, "byName");
    List<Author> few =
        IntStream.range(0, 12)
            .mapToObj(
                i -> {
                  Author a = new Author();
                  a.setName("N" + (99 - i));
                  return a;
                })
            .toList();
    measured
        .on(AuthorService.class, "byName")
        .driven("12 authors")
        .run(() -> byName.invoke(null, few));
    Shelves shelves = new Shelves(Jdbi.create(source));
    measured
        .on(Shelves.class, "shelfOf")
        .kinds("database")
        .driven("by key")
        .run(() -> shelves.shelfOf("i5"));
    measured
        .on(Shelves.class, "put")
        .kinds("database")
        .driven("merge of one row")
        .run(
            () -> {
              shelves.put("i5", "S5");
              return null;
            });
    return database;
  }

  private static void text(Measurements measured) throws Exception {
    List<String> documents = IntStream.range(0, 300).mapToObj(i -> words(60)).toList();
    SearchIndex index = SearchIndex.of(IntStream.range(0, 2_000).mapToObj(i -> words(60)).toList());
    measured
        .on(SearchIndex.class, "of")
        .kinds("text")
        .driven("300 texts of 60 words")
        .run(() -> SearchIndex.of(documents));
    Method stem = Reach.method(SearchIndex.class, "stem");
    measured.on(SearchIndex.class, "contains").driven("").run(() -> index.contains("islands"));
    measured
        .on(SearchIndex.class, "search")
        .kinds("text", "maths", "other")
        .driven("3 words, 2000 texts")
        .run(() -> index.search("silver islands burning", 10));
    measured
        .on(Names.class, "slug")
        .driven("one title")
        .run(() -> Names.slug("Études sur l'Été, volume 2"));
    List<String> titles = IntStream.range(0, 300).mapToObj(i -> "Étude " + words(5)).toList();
    measured
        .on(Names.class, "slugs")
        .kinds("text")
        .driven("300 titles")
        .run(() -> Names.slugs(titles));
    List<String> names =
        IntStream.range(0, 500)
            .mapToObj(i -> "Author " + (char) ('A' + i % 26) + " " + words(1))
            .toList();
    measured
        .on(Names.class, "similar")
        .kinds("text")
        .driven("500 names")
        .run(() -> Names.similar("Author B stories", names, .9));
    measured
        .on(Names.class, "duplicates")
        .kinds("text")
        .driven("150 names")
        .run(() -> Names.duplicates(names.subList(0, 150)));
    measured
        .on(Names.class, "blurb")
        .driven("2 variables, 60 characters")
        .run(
            () ->
                Names.blurb(
                    "The new book by ${author} for only ${price} in all shops",
                    Map.of("author", "Jo", "price", "9.99")));
    String story = words(2_000);
    measured
        .on(Names.class, "column")
        .kinds("text")
        .driven("2000 words")
        .run(() -> Names.column(story, 40));
    measured
        .on(Names.class, "abbreviate")
        .driven("one title")
        .run(() -> Names.abbreviate("A very  long title that does not fit"));
    String sheet =
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/books'><ul><xsl:for-each select='book[@pages &gt; 200]'><li><xsl:value-of select='.'/></li></xsl:for-each></ul></xsl:template></xsl:stylesheet>";
    Markup markup =
        new Markup(
            "Dear {{name}},{{#books}}\n- {{title}} ({{pages}} pages){{/books}}\nYours", sheet);
    Map<String, Object> scope = new HashMap<>();
    scope.put("name", "Jo");
    scope.put(
        "books",
        IntStream.range(0, 200)
            .mapToObj(i -> Map.of("title", "Title <" + i + ">", "pages", i))
            .toList());
    measured
        .on(Markup.class, "letter")
        .kinds("text")
        .driven("200 books")
        .run(() -> markup.letter(scope));
    String xml =
        "<books>"
            + IntStream.range(0, 300)
                .mapToObj(i -> "<book pages='" + i * 3 + "'>Title " + i + "</book>")
                .collect(Collectors.joining())
            + "</books>";
    measured
        .on(Markup.class, "transform")
        .kinds("serialization", "text")
        .driven("300 elements")
        .run(() -> markup.transform(xml));
    String markdown =
        IntStream.range(0, 150)
            .mapToObj(
                i ->
                    (i % 10 == 0 ? "# " : "")
                        + words(12)
                        + " **bold** and _thin_ [link](/a/"
                        + i
                        + ")")
            .collect(Collectors.joining("\n"));
    measured
        .on(Markup.class, "html")
        .kinds("text")
        .driven("150 lines, 15 KB")
        .run(() -> Markup.html(markdown));
    Method inline = Reach.method(Markup.class, "inline");
    measured
        .on(Markup.class, "inline")
        .driven("one line")
        .run(() -> inline.invoke(null, "some **bold** and _thin_ [link](/a/1)"));
    String yaml =
        IntStream.range(0, 60)
            .mapToObj(i -> "key" + i + ":\n  name: value " + i + "\n  size: " + i)
            .collect(Collectors.joining("\n"));
    measured
        .on(Markup.class, "settings")
        .kinds("text", "serialization")
        .driven("180 lines")
        .run(() -> Markup.settings(yaml));
    Typesetter typesetter = new Typesetter(72);
    measured
        .on(Typesetter.class, "justify")
        .kinds("text")
        .driven("2000 words")
        .run(() -> typesetter.justify(story));
    String one = words(80);
    String other = words(80);
    measured
        .on(Typesetter.class, "shared")
        .kinds("text")
        .driven("two texts of 500 characters")
        .run(() -> Typesetter.shared(one, other));
  }

  private static void files(Measurements measured, Path folder) throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Path out = Files.createDirectory(folder.resolve("out"));
    Imports imports = new Imports(JSON);
    Exports exports = new Exports(out.toFile(), JSON);
    String csv = csv(500);
    Path books = in.resolve("books.csv");
    Files.writeString(books, csv(80));
    Path note = in.resolve("note.txt");
    Files.writeString(note, words(500));
    Path lines = in.resolve("lines.txt");
    Files.writeString(lines, "a line\n".repeat(100));
    Path onix = in.resolve("onix.json");
    Files.writeString(onix, reviews(150));
    Path profile = in.resolve("profile.yaml");
    Files.writeString(
        profile,
        IntStream.range(0, 8)
            .mapToObj(i -> "key" + i + ":\n  name: value " + i)
            .collect(Collectors.joining("\n")));
    measured
        .on(Imports.class, "fromText")
        .kinds("text")
        .driven("500 rows")
        .run(() -> Imports.fromText(csv));
    measured
        .on(Imports.class, "fromFile")
        .kinds("disk", "text")
        .driven("80 rows, cold")
        .cold(books)
        .run(() -> Imports.fromFile(books));
    measured
        .on(Imports.class, "note")
        .kinds("disk")
        .driven("4 KB, cold")
        .cold(note)
        .run(() -> imports.note(note.toFile()));
    measured
        .on(Imports.class, "firstLine")
        .kinds("disk")
        .driven("4 KB, cold")
        .cold(note)
        .run(() -> imports.firstLine(note.toFile()));
    measured
        .on(Imports.class, "guavaLines")
        .kinds("disk")
        .driven("100 lines, cold")
        .cold(lines)
        .run(() -> imports.guavaLines(lines));
    measured
        .on(Imports.class, "onix")
        .kinds("disk", "serialization", "text")
        .driven("15 KB, cold")
        .cold(onix)
        .run(() -> imports.onix(onix.toFile()));
    measured
        .on(Imports.class, "profile")
        .kinds("disk", "text", "serialization")
        .driven("16 lines, cold")
        .cold(profile)
        .run(() -> imports.profile(profile));
    measured
        .on(Imports.class, "header")
        .kinds("disk")
        .driven("16 bytes, cold")
        .cold(books)
        .run(() -> imports.header(books, 16));
    measured
        .on(Imports.class, "lineCount")
        .driven("8 lines in memory")
        .run(() -> Imports.lineCount("a\nb\nc\nd\ne\nf\ng\nh"));
    List<String> hundred = Collections.nCopies(100, "one line of the list");
    measured
        .on(Exports.class, "lines")
        .kinds("disk", "text")
        .driven("100 lines")
        .run(() -> exports.lines("lines", hundred));
    measured
        .on(Exports.class, "append")
        .kinds("disk")
        .driven("one line")
        .run(
            () -> {
              exports.append("log", "one line\n");
              return null;
            });
    List<Book> catalogue = books(400);
    measured
        .on(Exports.class, "catalogue")
        .kinds("disk", "serialization", "text")
        .driven("400 books, 60 KB")
        .run(
            () -> {
              exports.catalogue("catalogue", catalogue);
              return null;
            });
    List<Book> many = books(500);
    Map<String, byte[]> texts = new TreeMap<>();
    for (int i = 0; i < 8; i++) {
      texts.put("t" + i, words(400).getBytes(StandardCharsets.UTF_8));
    }
    Map<String, byte[]> one = Map.of("t", words(250).getBytes(StandardCharsets.UTF_8));
    measured
        .on(Exports.class, "archive")
        .kinds("disk", "compression")
        .driven("one text of 2 KB")
        .run(
            () -> {
              exports.archive("a.tgz", one);
              return null;
            });
    measured
        .on(Exports.class, "parcel")
        .kinds("compression")
        .driven("8 texts of 3 KB")
        .run(() -> Exports.parcel(texts));
    byte[] story = words(3_000).getBytes(StandardCharsets.UTF_8);
    measured
        .on(Exports.class, "bzip2")
        .kinds("compression")
        .driven("20 KB")
        .run(() -> Exports.bzip2(story));
    measured
        .on(Exports.class, "nextNumber")
        .kinds("disk")
        .driven("file lock, nobody else")
        .run(() -> exports.nextNumber("number"));
    measured
        .on(Exports.class, "mapped")
        .kinds("disk")
        .driven("4 KB, cold")
        .cold(note)
        .run(() -> exports.mapped(note));
    Method fileName = Reach.method(Exports.class, "fileName");
  }

  static BufferedImage photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | RANDOM.nextInt(64));
      }
    }
    return image;
  }

  private static void media(Measurements measured, Path folder) throws Exception {
    Labels labels = new Labels();
    BitMatrix matrix = labels.qr("https://quill.example/book/9783161484100", 200);
    BufferedImage drawn = Labels.draw(matrix);
    measured
        .on(Labels.class, "qr")
        .kinds("image", "other")
        .driven("40 characters, 200x200")
        .run(() -> labels.qr("https://quill.example/book/9783161484100", 200));
    measured
        .on(Labels.class, "read")
        .kinds("image")
        .driven("200x200")
        .run(() -> labels.read(drawn));
    BufferedImage cover = photo(300, 400);
    measured
        .on(Labels.class, "jpeg")
        .kinds("image", "compression")
        .driven("300x400")
        .run(() -> labels.jpeg(cover));
    Method ean = Reach.method(Labels.class, "ean");
    Covers.Filter sepia = new Covers.Sepia();
    measured
        .on("app.quill.media.Covers$Sepia", "apply", BufferedImage.class)
        .kinds("image")
        .driven("300x400")
        .run(() -> sepia.apply(cover));
    BufferedImage marked = photo(300, 400);
    Covers.Filter watermark = new Covers.Watermark("quill");
    measured
        .on("app.quill.media.Covers$Watermark", "apply", BufferedImage.class)
        .kinds("image")
        .driven("300x400")
        .run(() -> watermark.apply(marked));
    measured
        .on("app.quill.media.Covers$Filter", "then")
        .driven("composes only")
        .run(() -> sepia.then(watermark));
    measured
        .on(Covers.class, "edges")
        .kinds("image", "maths")
        .driven("300x400")
        .run(() -> Covers.edges(cover));
    int[][] grey = new int[8][8];
    measured.on(Covers.class, "fingerprint").driven("8x8").run(() -> Covers.fingerprint(grey));
  }

  private static void secure(Measurements measured, Database database) {
    Passwords passwords =
        new Passwords(database, IntStream.range(0, 1_000).mapToObj(i -> "password" + i).toList());
    measured
        .on(Passwords.class, "probablyLeaked")
        .driven("")
        .run(() -> passwords.probablyLeaked("password17"));
    measured
        .on(Passwords.class, "hash")
        .kinds("crypto")
        .driven("2^10 rounds")
        .run(() -> Passwords.hash("secret", 10));
    measured
        .on(Passwords.class, "login")
        .kinds("database", "crypto")
        .driven("2^10 rounds, database 2 ms away")
        .run(() -> passwords.login("jo", "secret"));
    byte[] document = new byte[200_000];
    RANDOM.nextBytes(document);
    measured
        .on(Passwords.class, "fingerprint")
        .kinds("crypto")
        .driven("200 KB")
        .run(() -> Passwords.fingerprint(document));
    byte[] small = new byte[600];
    measured.on(Passwords.class, "etag").driven("600 bytes").run(() -> Passwords.etag(small));
    measured
        .on(Passwords.class, "hexed")
        .kinds("text")
        .driven("200 KB")
        .run(() -> Passwords.hexed(document));
    measured
        .on(Passwords.class, "modulus")
        .kinds("crypto", "maths")
        .driven("512 bits")
        .run(() -> Passwords.modulus(512, 7));
  }

  private static void report(Measurements measured) throws Exception {
    List<Sales.Sale> sales =
        IntStream.range(0, 3_000)
            .mapToObj(
                i ->
                    new Sales.Sale(
                        "i" + i % 200,
                        LocalDate.of(2024, 1, 1).plusDays(i % 360),
                        "R" + i % 9,
                        1 + i % 4,
                        999))
            .toList();
    Sales report = new Sales(JSON);
    measured
        .on(Sales.class, "byRegion")
        .kinds("other", "maths")
        .driven("3000 sales")
        .run(() -> Sales.byRegion(sales));
    double[] days = RANDOM.doubles(512, 0, 100).toArray();
    measured.on(Sales.class, "trend").driven("512 days").run(() -> Sales.trend(days));
    double[][] factors = new double[300][5];
    for (double[] row : factors) {
      Arrays.setAll(row, i -> RANDOM.nextDouble());
    }
    double[] copies = RANDOM.doubles(300).toArray();
    double[] few = RANDOM.doubles(40).toArray();
    measured.on(Sales.class, "percentile").driven("40 values").run(() -> Sales.percentile(few, 95));
    double[][] matrix = new double[60][60];
    for (double[] row : matrix) {
      Arrays.setAll(row, i -> RANDOM.nextDouble());
    }
    measured
        .on(Sales.class, "inverse")
        .kinds("maths")
        .driven("60x60")
        .run(() -> Sales.inverse(matrix));
    measured.on(Sales.class, "rank").kinds("maths").driven("60x60").run(() -> Sales.rank(matrix));
    double[] year = RANDOM.doubles(4_096).toArray();
    measured
        .on(Sales.class, "seasons")
        .kinds("maths")
        .driven("4096 values")
        .run(() -> Sales.seasons(year));
    Sales.Report big =
        new Sales.Report(
            "2024",
            IntStream.range(0, 500)
                .mapToObj(i -> new Sales.Report.Row("Title " + i, i, i / 500.0))
                .toList());
    String text = report.write(big);
    byte[] rows = JSON.writeValueAsBytes(big.rows());
    com.fasterxml.jackson.databind.JsonNode tree = JSON.readTree(text);
    measured
        .on(Sales.class, "write")
        .kinds("serialization")
        .driven("500 rows")
        .run(() -> report.write(big));
    measured
        .on(Sales.class, "read")
        .kinds("serialization")
        .driven("500 rows")
        .run(() -> report.read(text));
    measured
        .on(Sales.class, "weak")
        .driven("500 rows, tree in memory")
        .run(() -> report.weak(tree, .1));
    measured
        .on(Sales.class, "gson")
        .kinds("serialization")
        .driven("500 rows")
        .run(() -> report.gson(big));
    measured
        .on(Sales.class, "status")
        .driven("answer of 40 characters")
        .run(() -> report.status("{\"status\":\"sold\",\"copies\":12}"));
    measured
        .on(Sales.class, "top")
        .kinds("sort")
        .driven("3000 sales")
        .run(
            () ->
                Sales.top(
                    sales, s -> (double) s.copies() * s.cents() + s.isbn().hashCode() % 97, 10));
    Map<String, Map<String, Double>> ratings = new HashMap<>();
    for (int r = 0; r < 200; r++) {
      Map<String, Double> mine = new HashMap<>();
      for (int b = 0; b < 30; b++) {
        mine.put("b" + RANDOM.nextInt(300), 1.0 + RANDOM.nextInt(5));
      }
      ratings.put("r" + r, mine);
    }
    Recommender recommender = new Recommender(ratings);
    measured
        .on(Recommender.class, "neighbours")
        .kinds("maths", "other")
        .driven("200 readers with 30 books")
        .run(() -> recommender.neighbours("r7", 10));
    int[][] links = new int[500][];
    for (int i = 0; i < links.length; i++) {
      links[i] = RANDOM.ints(8, 0, 500).toArray();
    }
    double[][] points = new double[400][6];
    for (double[] point : points) {
      Arrays.setAll(point, i -> RANDOM.nextDouble());
    }
    measured
        .on(Recommender.class, "cluster")
        .kinds("maths")
        .driven("400 points, 6 groups, 20 rounds")
        .run(() -> Recommender.cluster(points, 6, 20, 5));
    List<Integer> grams = RANDOM.ints(1_000, 100, 2_000).boxed().toList();
    measured
        .on(Recommender.class, "parcels")
        .kinds("sort", "other")
        .driven("1000 books")
        .run(() -> Recommender.parcels(grams, 10_000));
  }

  private static void work(Measurements measured) throws Exception {
    Desk desk = Desk.atTerminal();
    measured
        .on(Desk.class, "answer")
        .kinds("input")
        .driven("a line every 4 ms")
        .run(() -> desk.answer("title?"));
    measured
        .on(Desk.class, "commands")
        .kinds("input")
        .driven("2 lines, one every 4 ms")
        .run(() -> Desk.commands(2));
    measured
        .on(Desk.class, "firstLike")
        .kinds("input")
        .driven("a line every 4 ms")
        .run(() -> Desk.firstLike(line -> line.length() > 3));
    measured.on(Desk.class, "tool").kinds("process").driven("true").run(() -> Desk.tool("true"));
    measured.on(Desk.class, "hostName").kinds("process").driven("uname -n").run(Desk::hostName);
    String text = words(300);
    measured
        .on(Desk.class, "words")
        .kinds("process")
        .driven("wc over 2 KB")
        .run(() -> Desk.words(text));
    measured.on(Desk.class, "alive").driven("").run(Desk::alive);
    ExecutorService pool = Executors.newFixedThreadPool(4, Neighbours::daemon);
    Workshop shop = new Workshop(pool);
    AtomicInteger count = new AtomicInteger();
    shop.watch(message -> count.addAndGet(message.length()));
    measured
        .on(Workshop.class, "nextDue")
        .kinds("lock")
        .driven("due in 4 ms")
        .before(
            () -> {
              shop.remind("x", 4);
              return null;
            })
        .run(shop::nextDue);
    measured
        .on(Workshop.class, "swap")
        .kinds("lock")
        .driven("the other comes after 4 ms")
        .before(
            () ->
                Neighbours.later(
                    () -> {
                      try {
                        shop.swap(List.of());
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }))
        .run(() -> shop.swap(List.of("a")));
    measured
        .on(Workshop.class, "handOver")
        .kinds("lock")
        .driven("somebody takes after 4 ms")
        .before(
            () ->
                Neighbours.later(
                    () -> {
                      try {
                        shop.pickUp();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }))
        .run(
            () -> {
              shop.handOver("a");
              return null;
            });
    measured
        .on(Workshop.class, "pickUp")
        .kinds("lock")
        .driven("somebody gives after 4 ms")
        .before(
            () ->
                Neighbours.later(
                    () -> {
                      try {
                        shop.handOver("a");
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }))
        .run(shop::pickUp);
    measured
        .on(Workshop.class, "endOfChapter")
        .kinds("lock")
        .driven("the other arrives after 4 ms")
        .before(() -> Neighbours.later(shop::endOfChapter))
        .run(shop::endOfChapter);
    Callable<Object> breath =
        () -> {
          Neighbours.pause(1);
          return null;
        };
    measured
        .on(Workshop.class, "start")
        .driven("work that counts")
        .async(breath::call)
        .run(() -> shop.start(count::incrementAndGet, x -> {}));
    List<ListenableFuture<String>> futures = new ArrayList<>();
    Callable<String> slow =
        () -> {
          Neighbours.pause(4);
          return "x";
        };
    measured
        .on(Workshop.class, "gather")
        .kinds("lock")
        .driven("3 jobs of 4 ms")
        .before(
            () -> {
              futures.clear();
              for (int i = 0; i < 3; i++) {
                futures.add(shop.start(slow, x -> {}));
              }
              return null;
            })
        .run(() -> shop.gather(futures));
    SettableFuture<?>[] settable = {null};
    measured
        .on(Workshop.class, "settled")
        .kinds("lock")
        .driven("set after 4 ms")
        .before(
            () -> {
              SettableFuture<String> f = SettableFuture.create();
              settable[0] = f;
              return Neighbours.later(() -> f.set("x"));
            })
        .run(() -> shop.settled(settable[0]));
    measured
        .on(Workshop.class, "throttle")
        .kinds("sleep")
        .driven("400 a second")
        .run(shop::throttle);
    measured.on(Workshop.class, "mayGo").driven("without waiting").run(shop::mayGo);
    measured
        .on(Workshop.class, "settleDown")
        .kinds("sleep")
        .driven("3 ms")
        .run(
            () -> {
              shop.settleDown(3);
              return null;
            });
    measured
        .on(Workshop.class, "tell")
        .driven("one watcher that counts")
        .run(
            () -> {
              shop.tell("x");
              return null;
            });
    measured
        .on(Workshop.class, "tellLater")
        .driven("pool of 4")
        .async(breath::call)
        .run(
            () -> {
              Workshop.tellLater(pool, count::incrementAndGet);
              return null;
            });
    Thread[] thread = {null};
    measured
        .on(Workshop.class, "finish")
        .kinds("lock")
        .driven("thread of 4 ms")
        .before(() -> thread[0] = Workshop.inBackground("t", () -> Neighbours.pause(4)))
        .run(
            () -> {
              Workshop.finish(thread[0]);
              return null;
            });
    Prices prices = new Prices();
    measured.on(Prices.class, "price").driven("lock is free").run(() -> prices.price("i1"));
    measured
        .on(Prices.class, "change")
        .driven("lock is free")
        .run(
            () -> {
              prices.change("i1", 5);
              return null;
            });
    measured.on(Prices.class, "text").driven("hit").run(() -> prices.text("i1"));
    measured.on(Prices.class, "tax").driven("memoized").mayBlock().run(() -> prices.tax("book"));
    measured
        .on(Prices.class, "optimisticTotal")
        .driven("nobody writes")
        .run(prices::optimisticTotal);
  }

  private static void house(Measurements measured, Path folder, Database database)
      throws Exception {
    Neighbours near = new Neighbours();
    near.page("/press1", page(80)).page("/press2", page(80)).page("/stock/i7", "17");
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    File home = Files.createDirectory(folder.resolve("house")).toFile();
    StockClient stock =
        new StockClient(
            org.apache.hc.client5.http.impl.classic.HttpClients.createDefault(), near.http);
    Publisher publisher =
        new Publisher(
            new OrderRepository(database),
            new CachedStock(stock),
            new Press(http, near.http),
            new Exports(home, JSON),
            new Labels());
    List<Book> books = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      books.add(new Book("i" + i, "Title " + i, List.of("Jo"), 100 + i, 999));
    }
    Catalog own = new Catalog(books);
    Catalog catalog = new Catalog(books(200));
    measured
        .on(Publisher.class, "order")
        .kinds("database")
        .driven("stock remembered, one row")
        .run(() -> publisher.order("i7", 1, 999));
    measured
        .on(Publisher.class, "bestSellers")
        .kinds("database")
        .driven("8 books")
        .run(() -> publisher.bestSellers(own, "Jo"));
    measured
        .on(Publisher.class, "labelSheet")
        .kinds("disk", "image")
        .driven("200x200")
        .run(() -> publisher.labelSheet("i7", home));
    measured
        .on(Publisher.class, "pressIndex")
        .kinds("network", "text")
        .driven("2 pages of 30 KB, 4 ms each")
        .run(() -> publisher.pressIndex(List.of("/press1", "/press2")));
    measured
        .on(Publisher.class, "exportCatalogue")
        .kinds("disk", "sort", "text")
        .driven("200 books")
        .run(() -> publisher.exportCatalogue(catalog, "slugs"));
    List<String> chapters =
        IntStream.range(0, 4)
            .mapToObj(
                c ->
                    IntStream.range(0, 250)
                        .mapToObj(i -> words(12) + " **bold** _thin_")
                        .collect(Collectors.joining("\n")))
            .toList();
    Labels labels = new Labels();
    near.page("/covers/c1", labels.jpeg(photo(300, 400)))
        .page("/covers/c2", labels.jpeg(photo(300, 400)));
    Statements statements =
        new Statements(database, new CoverClient(new OkHttpClient(), near.http.toString()), labels);
    measured
        .on(Statements.class, "yearly")
        .kinds("database", "text", "compression")
        .driven("1500 rows")
        .run(() -> statements.yearly(1_500));
    measured
        .on(Statements.class, "thumbnails")
        .kinds("network", "image")
        .driven("2 pictures of 300x400, 4 ms each")
        .run(() -> statements.thumbnails(List.of("c1", "c2")));
    measured
        .on(Statements.class, "pin")
        .kinds("sleep", "crypto")
        .driven("5000 rounds and 5 ms")
        .run(() -> Statements.pin("1234", new byte[16], new byte[32]));
    String report = words(400);
    measured
        .on(Statements.class, "manageable")
        .kinds("process")
        .driven("wc over 2.5 KB")
        .run(() -> Statements.manageable(report));
    measured
        .on(Publisher.class, "preview")
        .kinds("sleep", "text")
        .driven("4 chapters of 20 KB")
        .run(() -> Publisher.preview(chapters));
  }
}
