package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final WriterContext CONTEXT =
      SampleReports.context().reading(SampleReports.sources());

  @Test
  void rules_link_to_where_their_pages_are_said_to_be() throws Exception {
    WriterContext published =
        CONTEXT.explaining(
            new PublishedPages(RuleTexts.pages(), "https://acme.example/rules/{rule}.md"));
    JsonNode driver =
        MAPPER
            .readTree(written("sarif", SampleReports.rich(), published))
            .at("/runs/0/tool/driver");
    int linked = 0;
    for (JsonNode rule : driver.get("rules")) {
      if (RuleTexts.pages().of(rule.get("id").asText()).isPresent()) {
        assertEquals(
            "https://acme.example/rules/" + rule.get("id").asText() + ".md",
            rule.get("helpUri").asText());
        linked++;
      }
    }
    assertEquals(RuleTexts.pages().ids().size(), linked);
  }

  @Test
  void a_rich_report_reads_as_expected() {
    Golden.check("rich.sarif", written("sarif", SampleReports.rich(), CONTEXT));
  }

  @Test
  void it_fits_the_schema_of_oasis() throws Exception {
    assertEquals(List.of(), complaints(written("sarif", SampleReports.rich(), CONTEXT)));
    assertEquals(List.of(), complaints(written("sarif", SampleReports.empty(), CONTEXT)));
  }

  @Test
  void there_is_one_run() throws Exception {
    assertEquals(1, rich().get("runs").size());
    assertEquals("concur/shop/", rich().at("/runs/0/automationDetails/id").asText());
  }

  @Test
  void every_result_points_to_the_rule_it_names() throws Exception {
    JsonNode run = rich().at("/runs/0");
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertEquals(result.get("ruleId"), rule.get("id"));
    }
  }

  @Test
  void rules_that_found_nothing_are_listed_too() throws Exception {
    assertTrue(
        rich().at("/runs/0/tool/driver/rules").findValuesAsText("id").contains("gil-native"));
  }

  @Test
  void every_rule_says_all_that_a_service_shows_of_it() throws Exception {
    String sarif = written("sarif", SampleReports.rich(), WriterContext.plain());
    JsonNode rules = MAPPER.readTree(sarif).at("/runs/0/tool/driver/rules");
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : rules) {
      for (String place :
          List.of(
              "/id",
              "/name",
              "/shortDescription/text",
              "/fullDescription/text",
              "/help/text",
              "/help/markdown")) {
        assertFalse(rule.at(place).asText().isBlank(), () -> place + " of " + rule.get("id"));
      }
      assertTrue(rule.at("/defaultConfiguration/level").asText().matches("error|warning|note"));
      assertTrue(rule.at("/properties/precision").asText().matches("low|medium|high|very-high"));
      assertTrue(
          rule.at("/properties/problem.severity").asText().matches("error|warning|recommendation"));
      int tags = rule.at("/properties/tags").size();
      assertTrue(tags > 0 && tags <= 10, rule.at("/properties/tags")::toString);
      assertTrue(ids.add(rule.get("id").asText()), rule.get("id")::asText);
    }
    assertTrue(ids.containsAll(RuleTexts.pages().ids()));
  }

  @Test
  void of_a_very_long_chain_both_ends_are_shown_and_of_very_many_places_some() throws Exception {
    JsonNode result = longest().at("/runs/0/results/0");
    JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
    assertEquals(50, steps.size());
    assertEquals("step 0", steps.at("/0/location/message/text").asText());
    assertEquals("step 11999", steps.at("/49/location/message/text").asText());
    assertEquals(100, result.get("relatedLocations").size());
  }

  @Test
  void what_names_no_source_has_the_name_of_its_method_alone() throws Exception {
    JsonNode place = longest().at("/runs/0/results/1/locations/0");
    assertFalse(place.has("physicalLocation"), place::toString);
    assertEquals("of", place.at("/logicalLocations/0/name").asText());
  }

  private static JsonNode longest() throws Exception {
    return MAPPER.readTree(written("sarif", SampleReports.longest(), WriterContext.plain()));
  }

  @Test
  void every_uri_is_relative_and_encoded() throws Exception {
    List<JsonNode> places = rich().findValues("artifactLocation");
    assertFalse(places.isEmpty());
    for (JsonNode place : places) {
      assertEquals("%SRCROOT%", place.get("uriBaseId").asText());
      assertTrue(
          place.get("uri").asText().matches("shop/src/main/java/[\\x21-\\x7e]+"), place::toString);
    }
    assertTrue(places.toString().contains("evil/Gr%C3%B6%20%C3%9Fe.java"), places::toString);
  }

  @Test
  void no_absolute_path_tells_whose_machine_it_was() throws Exception {
    Report report = SampleReports.empty();
    Report elsewhere =
        new Report(
            report.toolVersion(),
            report.machine(),
            report.jdk(),
            report.benchmarkJdk(),
            report.os(),
            report.target(),
            List.of("/home/anna/shop/a.jar"),
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Report.Problem("/home/anna/shop/a.jar", "cannot read /home/anna/shop/a.jar"),
                new Report.Problem("C:\\anna\\b.jar", "cut off")),
            report.predictionError(),
            report.spending());
    String sarif = written("sarif", elsewhere, CONTEXT);
    assertFalse(sarif.contains("anna"), sarif);
    assertTrue(sarif.contains("a.jar: cannot read a.jar"), sarif);
  }

  @Test
  void suppressed_findings_are_kept_and_marked() throws Exception {
    JsonNode results = rich().at("/runs/0/results");
    List<String> kinds = new ArrayList<>();
    results.forEach(
        result -> result.get("suppressions").forEach(s -> kinds.add(s.get("kind").asText())));
    assertEquals(9, results.size());
    assertEquals(List.of("inSource", "external"), kinds);
  }

  @Test
  void fingerprints_hold_no_line_and_are_distinct() throws Exception {
    List<String> ids = rich().findValuesAsText("concurFinding/v1");
    assertEquals(9, new HashSet<>(ids).size());
    assertEquals(1, rich().findValuesAsText("primaryLocationLineHash").size());
  }

  @Test
  void a_chain_of_calls_is_a_code_flow_and_the_lock_is_related() throws Exception {
    JsonNode first = rich().at("/runs/0/results/0");
    assertEquals(4, first.at("/codeFlows/0/threadFlows/0/locations").size());
    assertEquals(
        List.of("declares the static lock shop.price.Prices.LOCK", "takes the lock"),
        first.get("relatedLocations").findValuesAsText("text"));
  }

  @Test
  void more_results_than_a_service_takes_are_cut_by_rank_with_a_word() throws Exception {
    JsonNode run =
        MAPPER.readTree(written("sarif", SampleReports.large(10, 30_000), CONTEXT)).at("/runs/0");
    assertEquals(25_000, run.get("results").size());
    assertEquals(91, run.at("/results/0/rank").asInt());
    assertTrue(
        run.at("/invocations/0/toolExecutionNotifications").toString().contains("5,009 findings"));
  }

  private static JsonNode rich() throws Exception {
    return MAPPER.readTree(written("sarif", SampleReports.rich(), CONTEXT));
  }

  private static List<String> complaints(String sarif) throws Exception {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(in, InputFormat.JSON);
      return schema.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
