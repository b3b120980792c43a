package com.pawlane.clinic.imports;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Treatment guidelines published as web pages. */
public class Guidelines {
  public record Section(String title, String text) {}

  public List<Section> sections(String html) {
    return sections(Jsoup.parse(html)).toList();
  }

  public List<Section> download(String address) throws IOException {
    Document page = Jsoup.connect(address).timeout(5000).get();
    return sections(page).toList();
  }

  public String clean(String html) {
    return Jsoup.clean(html, Safelist.basic());
  }

  private Stream<Section> sections(Document page) {
    return page.select("h2").stream()
        .map(
            h -> {
              Element next = h.nextElementSibling();
              return new Section(h.text(), next == null ? "" : next.text());
            });
  }
}
