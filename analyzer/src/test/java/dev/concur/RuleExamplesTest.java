package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Examples of pages are Java. What a rule says of such code is checked on the samples. */
class RuleExamplesTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");

  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21));

  @Test
  void every_page_shows_bad_and_good_code_that_parses() {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      String example = Page.of(rule).sections().getOrDefault("Example", "");
      if (!example.contains("Bad:") || !example.contains("Good:")) {
        wrong.add(rule.id() + ": needs Bad: and Good:");
      }
      List<String> blocks = blocks(example);
      if (blocks.size() < 2) {
        wrong.add(rule.id() + ": needs two blocks of Java");
      }
      blocks.stream()
          .filter(block -> !parses(block))
          .forEach(b -> wrong.add(rule.id() + ":\n" + b));
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> blocks(String example) {
    List<String> found = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(example);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** A file, members of a class, or statements. */
  private boolean parses(String block) {
    return parser.parse(block).isSuccessful()
        || parser.parse("class C {" + block + "}").isSuccessful()
        || parser.parse("class C { void m() {" + block + "} }").isSuccessful();
  }
}
