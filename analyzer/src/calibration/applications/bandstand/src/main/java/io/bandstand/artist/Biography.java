package io.bandstand.artist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Texts that agencies send as HTML, made fit for our pages. */
public final class Biography {

  private static final Safelist ALLOWED = Safelist.basic().addTags("h3").removeTags("a");

  private final int mostCharacters;

  public Biography(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  public String clean(String html) {
    return Jsoup.clean(html, ALLOWED);
  }

  public String teaser(String text) {
    return StringUtils.abbreviate(StringUtils.normalizeSpace(text), mostCharacters);
  }

  public List<String> links(String html) {
    List<String> links = new ArrayList<>();
    Document document = Jsoup.parse(html);
    for (Element anchor : document.select("a[href^=http]")) {
      links.add(anchor.attr("href"));
    }
    return links;
  }

  /** The first paragraph of an artist's own page. */
  public String fromPage(String address) throws IOException {
    Document page = Jsoup.connect(address).timeout(3_000).ignoreContentType(true).get();
    Element first = page.selectFirst("p");
    return first == null ? "" : teaser(first.text());
  }
}
