package app.quill.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.commons.io.IOUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** What the papers write. */
public class Press {

  public record Offer(String shop, long cents) {}

  private final HttpClient http;
  private final URI site;

  public Press(HttpClient http, URI site) {
    this.http = http;
    this.site = site;
  }

  public String headline(String path) throws IOException {
    return Jsoup.connect(site.resolve(path).toString()).timeout(3_000).get().title();
  }

  public String ticker() throws IOException {
    return IOUtils.toString(site.resolve("/ticker").toURL(), StandardCharsets.UTF_8).strip();
  }

  public static List<String> links(String html) {
    Document document = Jsoup.parse(html);
    List<String> links = new ArrayList<>();
    for (Element link : document.select("article a[href]")) {
      links.add(link.attr("href"));
    }
    return links;
  }

  public static String harmless(String html) {
    return Jsoup.clean(html, Safelist.basic());
  }

  /** Downloads the review page and picks the text of the articles. */
  // miss: said io: at the border, pages are long and parsing one counts as a millisecond
  public List<String> articles(String path) throws IOException, InterruptedException {
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(site.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    return Jsoup.parse(page.body()).select("article").eachText();
  }

  CompletableFuture<Offer> offer(String shop, String isbn) {
    return http.sendAsync(
            HttpRequest.newBuilder(site.resolve("/offer/" + shop + "/" + isbn)).build(),
            HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> new Offer(shop, (long) (Double.parseDouble(answer.body()) * 100)));
  }

  /** Asks all shops at once and waits for all. */
  public Optional<Offer> cheapest(List<String> shops, String isbn) {
    List<CompletableFuture<Offer>> offers = shops.stream().map(shop -> offer(shop, isbn)).toList();
    return CompletableFuture.allOf(offers.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                offers.stream()
                    .map(CompletableFuture::join)
                    .min(Comparator.comparingLong(Offer::cents)))
        .join();
  }

  /** The same without waiting. */
  public CompletableFuture<Optional<Offer>> cheapestLater(List<String> shops, String isbn) {
    List<CompletableFuture<Offer>> offers = shops.stream().map(shop -> offer(shop, isbn)).toList();
    return CompletableFuture.allOf(offers.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                offers.stream()
                    .map(CompletableFuture::join)
                    .min(Comparator.comparingLong(Offer::cents)));
  }

  public static Function<String, URI> links(URI site, String section) {
    return id -> site.resolve("/" + section + "/" + id);
  }

  static URL absolute(URI site, String path) throws IOException {
    return site.resolve(path).toURL();
  }
}
