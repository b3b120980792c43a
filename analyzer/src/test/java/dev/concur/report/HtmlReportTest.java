package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.model.Spot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final WriterContext CONTEXT =
      SampleReports.context().reading(SampleReports.sources());
  private static final String HTML = written("html", SampleReports.rich(), CONTEXT);
  private static final Document PAGE = Jsoup.parse(HTML);

  @Test
  void the_first_thing_to_do_stands_first_with_predicted_beside_measured() {
    Element first = PAGE.select("section").first();
    assertEquals("first", first.id());
    assertEquals(
        "Fetch the price first, then take LOCK only to store it.",
        first.select(".change").first().text());
    assertEquals(
        List.of("3.8x (2.9 to 4.0)", "3.5x (3.3 to 3.7)"),
        first.select(".intervals .figure").eachText());
    assertEquals("confirmed", first.select(".card.main .badge").first().text());
  }

  @Test
  void every_finding_is_there_once() {
    assertEquals(9, PAGE.select("details.finding").size());
    assertEquals(2, PAGE.select("details.finding.error").size());
    assertEquals(2, PAGE.select("details.finding.warning").size());
    assertEquals(3, PAGE.select("details.finding.note").size());
    assertEquals(2, PAGE.select("details.finding.suppressed").size());
  }

  @Test
  void a_finding_shows_its_chain_and_its_source() {
    Element finding = PAGE.getElementById("finding-a1f0");
    assertEquals(4, finding.select("ol.chain li").size());
    String source = finding.select("pre").first().wholeText();
    assertEquals(11, source.lines().count());
    assertEquals(
        "   42      synchronized (LOCK) { // <b>&", finding.select("mark").first().wholeText());
  }

  @Test
  void a_folded_finding_says_where_it_is_and_what_it_brings() {
    assertEquals(
        "Prices.of:42 predicted 3.8x (2.9 to 4.0), measured 3.5x (3.3 to 3.7), confirmed",
        PAGE.select("#finding-a1f0 summary .gain").text());
  }

  @Test
  void a_patch_is_shown_as_git_takes_it_with_what_measuring_said_of_it() {
    Elements patches = PAGE.select(".patch");
    assertEquals(2, patches.size(), "on the first screen and at its finding");
    for (Element patch : patches) {
      assertEquals(
          """
          --- a/shop/src/main/java/shop/price/Prices.java
          +++ b/shop/src/main/java/shop/price/Prices.java
          @@ -39,9 +39,9 @@
               line(39);
               line(40);
               line(41);
          +    Price price = fetch(); // <b>&
               synchronized (LOCK) { // <b>&
               line(43);
          -    line(44);
               line(45);
               line(46);
               line(47);
          """,
          patch.select("pre").first().wholeText());
      assertEquals(List.of("+    Price price = fetch(); // <b>&"), texts(patch, "ins"));
      assertEquals(List.of("-    line(44);"), texts(patch, "del"));
      assertEquals("confirmed", patch.select("figcaption .badge").text());
      assertTrue(patch.select("figcaption").text().contains("1 line added, 1 removed"));
    }
    assertEquals(1, PAGE.select("#finding-a1f0 .remedy.recommended .patch").size());
    assertEquals("patch", PAGE.select(".steps tbody tr").first().select(".badge").text());
    assertEquals(1, PAGE.select(".steps .badge").size());
  }

  @Test
  void what_stands_between_backticks_is_code() {
    assertEquals(
        List.of(
            new HtmlWords("Use ", false),
            new HtmlWords("LongAdder", true),
            new HtmlWords(" or `", false)),
        HtmlWords.of("Use `LongAdder` or `"));
  }

  @Test
  void a_lambda_is_named_by_the_method_it_is_written_in() {
    assertEquals(
        "Desk.ask, lambda", HtmlLocks.simple(new Spot("shop.Desk", "lambda$ask$0", "", "", 0, "")));
  }

  @Test
  void an_end_that_means_slower_is_not_rounded_away() {
    assertEquals("40x (0.3 to 50)", Words.factor(40, 0.31, 50));
    assertEquals("39x (0.04 to 50)", Words.factor(39, 0.04, 50));
    assertEquals("2.5x (2.0 to 3.0)", Words.factor(2.5, 2, 3));
    assertEquals("0.82x (0.79 to 0.85)", Words.factor(0.82, 0.79, 0.85));
  }

  private static List<String> texts(Element within, String tag) {
    return within.select(tag).stream().map(Element::wholeText).toList();
  }

  @Test
  void every_method_is_in_the_data() throws Exception {
    JsonNode data = new ObjectMapper().readTree(PAGE.getElementById("data").data());
    assertEquals(6, data.get("rows").size());
    JsonNode first = data.at("/rows/0");
    assertEquals("shop.desk", data.get("texts").get(first.get(0).asInt()).asText());
    assertEquals("OrderDesk", data.get("texts").get(first.get(1).asInt()).asText());
  }

  @Test
  void names_of_the_scanned_code_cannot_become_markup() {
    assertEquals(5, PAGE.select("script").size());
    assertEquals(1, PAGE.select("script[type=application/json]").size());
    assertTrue(PAGE.body().text().contains("<script>alert('x')</script>"));
    for (Element element : PAGE.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertFalse(attribute.getKey().startsWith("on"), element::outerHtml);
        assertFalse(attribute.getKey().equals("style"), element::outerHtml);
      }
    }
    assertFalse(HTML.contains("\u202e") || HTML.contains("\u001b"));
  }

  @Test
  void it_asks_no_network() {
    for (String name : List.of("src", "href", "srcset", "data", "action", "poster")) {
      for (Element element : PAGE.select("[" + name + "]")) {
        assertTrue(element.attr(name).startsWith("#"), element::outerHtml);
      }
    }
    assertFalse(PAGE.select("style").first().data().matches("(?s).*(@import|url\\().*"));
    String policy = PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none';"), policy);
  }

  @Test
  void its_policy_allows_its_own_style_and_scripts_and_no_other() {
    String policy = PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.contains("style-src '" + hash(PAGE.select("style").first().data()) + "';"));
    String scripts =
        PAGE.select("script:not([type])").stream()
            .map(script -> "'" + hash(script.data()) + "'")
            .collect(Collectors.joining(" "));
    assertTrue(policy.contains("script-src " + scripts + ";"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void every_link_has_a_target_and_every_id_is_used_once() {
    List<String> ids = PAGE.select("[id]").eachAttr("id");
    assertEquals(new HashSet<>(ids).size(), ids.size());
    for (String href : PAGE.select("a[href]").eachAttr("href")) {
      assertTrue(ids.contains(href.substring(1)), href);
    }
  }

  @Test
  void it_can_be_read_aloud() {
    assertEquals("en", PAGE.select("html").attr("lang"));
    assertEquals(1, PAGE.select("main").size());
    assertEquals(1, PAGE.select("h1").size());
    assertFalse(PAGE.select("[data-chart]").isEmpty());
    for (Element drawing : PAGE.select("[data-chart], .chart")) {
      boolean described =
          drawing.attr("role").equals("img") && !drawing.attr("aria-label").isEmpty();
      boolean hidden = drawing.closest("[aria-hidden=true]") != null;
      assertTrue(described || hidden, drawing::outerHtml);
    }
    for (Element input : PAGE.select("input, select")) {
      assertTrue(input.parents().is("label"), input::outerHtml);
    }
    int depth = 1;
    for (Element heading : PAGE.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= depth + 1, heading::outerHtml);
      depth = level;
    }
  }

  @Test
  void a_lock_is_drawn_with_the_bound_it_puts_on_any_number_of_cores() {
    assertEquals(3, PAGE.select("figure.speedup").size());
    String caption = PAGE.select("#lock-1 figcaption").text();
    assertTrue(
        caption.contains("no number of cores brings more than 1.11x (1.03x to 1.25x)"), caption);
    assertTrue(caption.contains("measured with the advice followed, 3.5x (3.3 to 3.7)"), caption);
    String map = PAGE.select("figure.map .chart").attr("aria-label");
    assertTrue(
        map.contains("static lock shop.price.Prices.LOCK is passed by OrderDesk.order"), map);
  }

  @Test
  void no_figure_is_endless() {
    assertFalse(PAGE.text().matches("(?s).*(NaN|Infinity|\u221e).*"));
    assertFalse(HTML.matches("(?s).*=\"[^\"]*(NaN|Infinity)[^\"]*\".*"));
  }

  @Test
  void an_empty_report_says_so() {
    Document empty = Jsoup.parse(written("html", SampleReports.empty(), CONTEXT));
    assertEquals(
        "Nothing was read, so there is nothing to say.", empty.select(".change").first().text());
    assertEquals(0, empty.select("#method-filter, #measured, #problems").size());
  }

  @Test
  void ten_thousand_methods_fit_in_a_few_megabytes() {
    String huge = written("html", SampleReports.large(10_000, 100), CONTEXT);
    assertTrue(huge.length() < 4_000_000, () -> huge.length() + " characters");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
