package org.sandpiper.lab.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sandpiper.lab.domain.LabException;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.domain.Result;

/** Results as FHIR bundles and back. */
public class FhirMapper {
  private final ObjectMapper json;
  private final Terminology terminology;

  public FhirMapper(ObjectMapper json, Terminology terminology) {
    this.json = json;
    this.terminology = terminology;
  }

  public ObjectNode observation(Result r) {
    ObjectNode o =
        json.createObjectNode()
            .put("resourceType", "Observation")
            .put("status", r.isFinal() ? "final" : "preliminary");
    try {
      String loinc = terminology.loinc(r.analyte());
      ObjectNode coding =
          o.putObject("code")
              .putArray("coding")
              .addObject()
              .put("system", loinc == null ? "urn:sandpiper" : "http://loinc.org");
      coding.put("code", loinc == null ? r.analyte() : loinc).put("display", r.analyte());
    } catch (IOException e) {
      throw new LabException("no code for " + r.analyte(), e);
    }
    o.putObject("valueQuantity").put("value", r.value()).put("unit", r.unit());
    o.put("effectiveInstant", r.at().toString());
    return o;
  }

  public String bundle(Patient p, List<Result> results) {
    ObjectNode b = json.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
    ArrayNode entries = b.putArray("entry");
    ObjectNode patient =
        entries
            .addObject()
            .putObject("resource")
            .put("resourceType", "Patient")
            .put("id", p.mrn())
            .put("birthDate", p.born().toString());
    patient.putArray("name").addObject().put("family", p.family()).putArray("given").add(p.given());
    for (Result r : results) entries.addObject().set("resource", observation(r));
    try {
      return json.writeValueAsString(b);
    } catch (JsonProcessingException e) {
      throw new LabException("bundle", e);
    }
  }

  public List<Result> results(String accession, String bundle) {
    try {
      List<Result> out = new ArrayList<>();
      for (JsonNode e : json.readTree(bundle).path("entry")) {
        JsonNode r = e.path("resource");
        if (!r.path("resourceType").asText().equals("Observation")) continue;
        out.add(
            new Result(
                0,
                accession,
                r.path("code").path("coding").path(0).path("display").asText(),
                r.path("valueQuantity").path("value").asDouble(),
                r.path("valueQuantity").path("unit").asText(),
                Instant.parse(r.path("effectiveInstant").asText()),
                Result.Status.MEASURED));
      }
      return out;
    } catch (JsonProcessingException e) {
      throw new LabException("bundle of " + accession, e);
    }
  }
}
