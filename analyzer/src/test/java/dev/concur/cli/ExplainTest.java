package dev.concur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.Concur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the command line says of a rule is what the docs say of it. */
class ExplainTest {

  private static final Path DOCS = Path.of("../docs/rules");

  @Test
  void every_rule_is_explained_as_in_its_page_of_the_docs() throws IOException {
    for (String id : Concur.ruleIds()) {
      String page = Files.readString(DOCS.resolve(id + ".md"));
      Run run = Run.of("explain", id);
      assertEquals(0, run.exitCode(), run::err);
      assertEquals(page.substring(0, page.lastIndexOf("\n\n---\n")), run.out().strip(), id);
    }
  }
}
