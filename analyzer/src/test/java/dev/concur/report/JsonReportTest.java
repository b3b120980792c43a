package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void a_report_with_every_variant_fits_the_schema_and_knows_no_other_property() throws Exception {
    assertEquals(List.of(), complaints(written("json", SampleReports.rich(), context())));
  }

  @Test
  void an_empty_report_fits_the_schema() throws Exception {
    assertEquals(List.of(), complaints(written("json", SampleReports.empty(), context())));
  }

  @Test
  void the_strict_schema_refuses_an_unknown_property_at_any_depth() throws Exception {
    for (String place :
        List.of(
            "",
            "/methods/0",
            "/methods/0/evidence/0",
            "/locks/0/regions/0",
            "/findings/0/evidence/0",
            "/findings/0/advice/0/predicted",
            "/findings/0/advice/0/verification/arms/0")) {
      JsonNode report = parsed();
      ((ObjectNode) report.at(place)).put("colour", "red");
      assertTrue(complaints(report.toString()).toString().contains("colour"), place);
    }
  }

  @Test
  void the_same_report_gives_the_same_bytes() {
    assertEquals(
        written("json", SampleReports.rich(), context()),
        written("json", SampleReports.rich(), context()));
  }

  @Test
  void unknown_costs_are_null_and_a_lock_that_limits_nothing_has_no_bound() throws Exception {
    JsonNode report = parsed();
    assertEquals("null", report.at("/methods/4/cpuNanos").toString());
    assertFalse(report.at("/locks/2").has("maxSpeedup"));
    assertFalse(report.at("/methods/5").has("waitRange"));
  }

  @Test
  void no_number_is_endless() {
    String json = written("json", SampleReports.rich(), context());
    assertFalse(json.contains("NaN") || json.contains("Infinity"), json);
  }

  @Test
  void each_method_and_each_finding_has_a_line_of_its_own() {
    String json = written("json", SampleReports.rich(), context());
    assertEquals(6, json.lines().filter(line -> line.contains("\"blocking\":")).count());
    assertEquals(9, json.lines().filter(line -> line.contains("\"rule\":")).count());
  }

  private static JsonNode parsed() throws Exception {
    return MAPPER.readTree(written("json", SampleReports.rich(), context()));
  }

  private static WriterContext context() {
    return SampleReports.context();
  }

  private static List<String> complaints(String json) throws Exception {
    ObjectNode root = (ObjectNode) MAPPER.readTree(Reports.schema());
    refuseUnknown(root);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                SchemaLocation.of("https://concur.example/"), root.toString(), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /**
   * Closes every object: a spot, which methods extend, where it is referred to, and all others
   * where they are described.
   */
  private static void refuseUnknown(JsonNode node) {
    if (node instanceof ObjectNode object) {
      boolean extended = object.at("/properties/descriptor").isObject();
      if (object.has("$ref") || object.has("properties") && !extended) {
        object.put("unevaluatedProperties", false);
      }
      object.properties().stream()
          .filter(property -> !property.getKey().equals("allOf"))
          .forEach(property -> refuseUnknown(property.getValue()));
    } else {
      node.forEach(JsonReportTest::refuseUnknown);
    }
  }
}
