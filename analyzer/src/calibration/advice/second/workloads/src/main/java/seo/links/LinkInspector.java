package seo.links;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fetches pages and counts what search engines count. */
public class LinkInspector {
  private final PageFetcher fetcher;

  public LinkInspector(String base) {
    fetcher = new PageFetcher(base);
  }

  public List<PageReport> inspectAll(List<String> pages) {
    List<CompletableFuture<PageReport>> reports =
        pages.stream()
            .map(
                page ->
                    CompletableFuture.supplyAsync(() -> fetcher.fetch(page))
                        .thenApply(html -> analyse(page, html)))
            .collect(toList());
    return reports.stream().map(CompletableFuture::join).collect(toList());
  }

  public PageReport inspect(String page) {
    return analyse(page, fetcher.fetch(page));
  }

  private static PageReport analyse(String page, String html) {
    Document document = Jsoup.parse(html);
    int external = 0;
    List<Element> links = document.select("a[href]");
    for (Element link : links) {
      if (link.attr("href").startsWith("http")) {
        external++;
      }
    }
    return new PageReport(page, links.size(), external, document.text().split("\\s+").length);
  }
}
