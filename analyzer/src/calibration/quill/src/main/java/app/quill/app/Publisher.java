package app.quill.app;

import app.quill.catalog.Book;
import app.quill.catalog.Catalog;
import app.quill.catalog.Isbn;
import app.quill.fetch.CachedStock;
import app.quill.fetch.CoverClient;
import app.quill.fetch.Press;
import app.quill.fetch.ReviewClient;
import app.quill.fetch.StockClient;
import app.quill.fetch.StockSource;
import app.quill.files.Exports;
import app.quill.files.Imports;
import app.quill.media.Covers;
import app.quill.media.Labels;
import app.quill.report.Sales;
import app.quill.store.Database;
import app.quill.store.OrderRepository;
import app.quill.store.SessionStore;
import app.quill.text.Markup;
import app.quill.text.Names;
import app.quill.text.SearchIndex;
import app.quill.work.Desk;
import app.quill.work.Workshop;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.WriterException;
import com.zaxxer.hikari.HikariDataSource;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.apache.http.impl.client.HttpClients;
import redis.clients.jedis.Jedis;

/** The whole house. */
public class Publisher {

  private final OrderRepository orders;
  private final StockSource stock;
  private final Press press;
  private final Exports exports;
  private final Labels labels;

  public Publisher(
      OrderRepository orders, StockSource stock, Press press, Exports exports, Labels labels) {
    this.orders = orders;
    this.stock = stock;
    this.press = press;
    this.exports = exports;
    this.labels = labels;
  }

  /** Looks into the warehouse before it takes the order. */
  public boolean order(String isbn, int copies, long cents) throws IOException, SQLException {
    if (stock.inStock(isbn) < copies) {
      return false;
    }
    return orders.place(List.of(new OrderRepository.Order(0, isbn, copies, cents))) == 1;
  }

  /** Fetches turnovers and sorts the books by them. */
  public List<Book> bestSellers(Catalog catalog, String author) throws SQLException {
    List<Book> books = new ArrayList<>(catalog.by(author));
    Map<String, Long> turnover = new java.util.HashMap<>();
    for (Book book : books) {
      turnover.put(book.getIsbn(), orders.turnover(book.getIsbn()));
    }
    books.sort(Comparator.comparing((Book book) -> turnover.get(book.getIsbn())).reversed());
    return books;
  }

  /** Draws a code for each book and stores the sheet. */
  public File labelSheet(String isbn, File folder) throws IOException, WriterException {
    BufferedImage image = Labels.draw(labels.qr("https://quill.example/book/" + isbn, 200));
    File file = new File(folder, isbn + ".bmp");
    labels.sheet(image, file);
    return file;
  }

  /** Downloads what the papers wrote about each title and indexes it. */
  // miss: said io: at the border, as what it asks for each page is
  public SearchIndex pressIndex(List<String> paths) throws IOException, InterruptedException {
    SearchIndex index = new SearchIndex();
    for (String path : paths) {
      for (String article : press.articles(path)) {
        index.add(article);
      }
    }
    return index;
  }

  public int exportCatalogue(Catalog catalog, String name) throws IOException {
    List<Book> shelved = catalog.shelved();
    exports.lines(name, shelved.stream().map(Book::getTitle).map(Names::slug).toList());
    return shelved.size();
  }

  /** Shows progress slowly enough to be read while it renders. */
  // miss: said io: chapters are long texts, and the sleep of a millisecond is taken ten times
  public static int preview(List<String> chapters) throws InterruptedException {
    int length = 0;
    for (String chapter : chapters) {
      length += Markup.html(chapter).length();
      Thread.sleep(1);
    }
    return length;
  }

  public static void main(String[] args) throws Exception {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(args[0]);
      Database database = new Database(source);
      URI site = URI.create(args[1]);
      StockClient warehouse =
          new StockClient(
              org.apache.hc.client5.http.impl.classic.HttpClients.createDefault(), site);
      ObjectMapper json = new ObjectMapper();
      Press press = new Press(HttpClient.newHttpClient(), site);
      Exports exports = new Exports(new File(args[2]), json);
      Publisher publisher =
          new Publisher(
              new OrderRepository(database),
              new CachedStock(warehouse),
              press,
              exports,
              new Labels());
      Catalog catalog = new Catalog(Imports.fromFile(Path.of(args[3])));
      CoverClient covers = new CoverClient(new OkHttpClient(), args[1]);
      ReviewClient reviews = new ReviewClient(HttpClients.createDefault(), args[1]);
      Covers.Filter filter = new Covers.Sepia().then(new Covers.Watermark("quill"));
      Workshop workshop = new Workshop(Executors.newFixedThreadPool(4));
      SessionStore sessions = new SessionStore(new Jedis(site.getHost()));
      workshop.watch(System.out::println);
      Desk desk = Desk.atTerminal();
      for (String isbn = desk.answer("isbn"); !isbn.isEmpty(); isbn = desk.answer("isbn")) {
        Book book = catalog.find(Isbn.parse(isbn).digits()).orElseThrow();
        publisher.order(isbn, 1, book.getCents());
        publisher.labelSheet(isbn, new File(args[2]));
        workshop.tell(
            book
                + " "
                + reviews.stars(isbn)
                + " "
                + sessions.nearBy(isbn)
                + covers.prefetch(isbn).isDone());
      }
      publisher.bestSellers(catalog, args[4]);
      publisher.exportCatalogue(catalog, "catalogue");
      Statements statements = new Statements(database, covers, new Labels());
      exports.append("statements", statements.yearly(10_000).length + "\n");
      System.out.println(new Sales(json).write(Sales.empty(filter.toString())));
    }
  }
}
