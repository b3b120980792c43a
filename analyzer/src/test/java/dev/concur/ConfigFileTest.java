package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.model.Severity;
import dev.concur.report.Reports;
import dev.concur.verify.JvmOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir Path home;

  /** What editors complete is what is understood. */
  @Test
  void the_published_schema_names_every_key_and_no_other() throws IOException {
    try (InputStream in = ConfigFile.class.getResourceAsStream("concur.schema.json")) {
      JsonNode schema = new ObjectMapper().readTree(in);
      Set<String> named = new TreeSet<>();
      schema.path("properties").fieldNames().forEachRemaining(named::add);
      assertEquals(new TreeSet<>(ConfigFile.keys()), named);
      assertFalse(schema.path("additionalProperties").asBoolean(true));
      Set<String> ofSuppressions = new TreeSet<>();
      schema
          .at("/properties/suppressions/items/properties")
          .fieldNames()
          .forEachRemaining(ofSuppressions::add);
      assertEquals(new TreeSet<>(KnownFinding.KEYS), ofSuppressions);
      Set<String> formats = new TreeSet<>();
      schema.at("/$defs/format/enum").forEach(each -> formats.add(each.asText()));
      assertEquals(new TreeSet<>(Reports.formats()), formats);
    }
  }

  @Test
  void every_key_reaches_its_setting() throws IOException {
    Settings settings =
        read(
            """
            paths: [app, jrt:/java.logging]
            classpath: [lib/a.jar]
            includeTests: true
            release: 17
            runtime: 21
            threads: 3
            cacheDir: cache
            libraryCatalogues: false
            requireJustification: true
            rulesetVersion: 0.1
            includes: [com.acme.**]
            excludes: com.acme.generated.**
            suppressions:
              - rule: gil-io
                where: com.acme.Foo#bar
                justification: start-up only
            baseline: known.json
            verify: true
            verifyBudget: 2m
            verifyDir: bench
            captureTests: true
            testClasspath: [tests]
            benchmarkJdk: jdk
            jvmArgs: -XX:+UseG1GC -XX:TieredStopAtLevel=1
            maxHeap: 1g
            formats: [json, sarif]
            output: out
            failOn: error
            rulePages: https://acme.example/rules/{rule}.md
            maxAllowedViolations: 4
            """);
    assertEquals(
        new Request(
            List.of(home.resolve("app").toString(), "jrt:/java.logging"),
            List.of(),
            List.of(home.resolve("lib/a.jar")),
            true,
            17,
            21,
            3,
            Optional.of(home.resolve("cache")),
            false,
            true,
            "0.1",
            new NameFilter(List.of("com.acme.**"), List.of("com.acme.generated.**")),
            List.of(
                new KnownFinding(
                    "gil-io",
                    "com.acme.Foo#bar",
                    "start-up only",
                    home.resolve("concur.yml") + ":14")),
            false,
            Optional.of(home.resolve("known.json")),
            Optional.empty(),
            Optional.of(
                new Verification(
                    Duration.ofMinutes(2),
                    Optional.of(home.resolve("jdk")),
                    new JvmOptions(
                        Optional.of("1g"), List.of("-XX:+UseG1GC", "-XX:TieredStopAtLevel=1")),
                    home.resolve("bench"),
                    Optional.of(new TestSearch(List.of(home.resolve("tests")), List.of())))),
            Progress.NONE),
        settings.request());
    assertEquals(
        new Delivery(
            List.of("json", "sarif"),
            Optional.of(home.resolve("out")),
            new Threshold(Optional.of(Severity.ERROR), 4),
            Optional.of("https://acme.example/rules/{rule}.md")),
        settings.delivery());
  }

  @Test
  void a_parent_is_weaker_than_the_file_that_names_it() throws IOException {
    Files.writeString(home.resolve("base.yml"), "release: 11\nthreads: 2\n");
    Request request = read("parent: base.yml\nrelease: 21\n").request();
    assertEquals(21, request.release());
    assertEquals(2, request.threads());
  }

  @Test
  void an_unknown_key_names_the_line_and_the_nearest_key() {
    assertEquals(
        home.resolve("concur.yml") + ":2: there is no key 'failon'; did you mean 'failOn'?",
        refusal("threads: 1\nfailon: error\n"));
    assertTrue(refusal("suppressions:\n  - rul: gil-io\n").endsWith("did you mean 'rule'?"));
  }

  @Test
  void a_value_that_does_not_fit_is_refused_with_its_line() {
    assertTrue(refusal("threads: many\n").endsWith(":1: threads wants a number, not 'many'"));
    assertTrue(refusal("verify: perhaps\n").contains("wants true or false"));
    assertTrue(refusal("verifyBudget: soon\n").contains("is no length of time"));
    assertTrue(refusal("failOn: warnings\n").contains("did you mean 'warning'?"));
    assertTrue(refusal("rulePages: https://acme.example\n").contains("{rule}.md"));
    assertTrue(refusal("rulePages: docs/{rule}.md\n").contains("is no address of rule pages"));
    assertTrue(refusal("jvmArgs: -javaagent:a.jar\n").contains("jvmArgs: '-javaagent:a.jar'"));
    assertTrue(refusal("release: [17\n").contains("is not YAML"));
    assertTrue(refusal("- a\n- b\n").contains("must be a list of key: value"));
    assertTrue(refusal("parent: concur.yml\n").contains("is its own parent"));
  }

  @Test
  void an_empty_file_says_nothing() throws IOException {
    assertEquals(new Settings().request(), read("").request());
  }

  @Test
  void no_object_of_the_files_choosing_is_made() {
    assertTrue(refusal("threads: !!javax.script.ScriptEngineManager []\n").contains("threads"));
  }

  private String refusal(String text) {
    return assertThrows(UsageError.class, () -> read(text)).getMessage();
  }

  private Settings read(String text) throws IOException {
    Path file = home.resolve("concur.yml");
    Files.writeString(file, text);
    Settings settings = new Settings();
    ConfigFile.apply(file, settings);
    return settings;
  }
}
