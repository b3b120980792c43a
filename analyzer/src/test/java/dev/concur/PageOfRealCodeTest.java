package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.report.Patch;
import dev.concur.report.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a small project, scanned and not made by hand. */
class PageOfRealCodeTest {

  @TempDir private Path home;

  @Test
  void it_names_the_project_shows_the_patch_and_says_how_to_measure() throws IOException {
    Files.writeString(
        home.resolve("pom.xml"),
        "<project><groupId>shop</groupId><artifactId>gatehouse</artifactId></project>");
    Path source = home.resolve("src/main/java/shop/Gate.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package shop;

        import java.util.Random;
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;

        public final class Gate {
          private static final Random DICE = new Random();

          private final ExecutorService pool = Executors.newFixedThreadPool(2);

          public void all() {
            for (int i = 0; i < 50; i++) {
              pool.submit(Gate::round);
            }
          }

          static int round() {
            int sum = 0;
            for (int i = 0; i < 100_000; i++) {
              sum += DICE.nextInt(6);
            }
            return sum;
          }
        }
        """);
    Analysis analysis = Concur.analyze(new Settings().paths(List.of(home.toString())).request());
    StringWriter html = new StringWriter();
    Reports.write("html", analysis.report(), Concur.context(analysis), html);
    Document page = Jsoup.parse(html.toString());

    assertEquals("gatehouse - concur", page.title());
    List<String> expected =
        analysis.report().advice().stream()
            .map(analysis.sources()::patchOf)
            .flatMap(Optional::stream)
            .map(Patch::diff)
            .toList();
    assertEquals(1, expected.size());
    assertEquals(
        expected,
        page.select("#findings .patch pre").stream().map(each -> each.wholeText()).toList());
    assertEquals("not measured", page.select("#findings .patch .badge").text());
    assertTrue(
        page.select("#first .facts").text().contains("nothing yet: concur scan --verify"),
        page.select("#first .facts").text());
    assertEquals(0, page.select(".steps .sign.measured").size());
  }
}
