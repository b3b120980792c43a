package org.sandpiper.lab.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.ops.Snapshots;
import org.sandpiper.lab.report.LabReport;
import org.sandpiper.lab.service.QualityService;
import org.sandpiper.lab.service.Reporting;
import org.sandpiper.lab.service.Validation;
import org.sandpiper.lab.store.ResultRepository;

public final class ResultController {
  private final ResultRepository results;
  private final Reporting reporting;
  private final Validation validation;
  private final QualityService quality;
  private final Snapshots snapshots = new Snapshots();
  private final ObjectMapper json = new ObjectMapper();

  public ResultController(
      ResultRepository results,
      Reporting reporting,
      Validation validation,
      QualityService quality) {
    this.results = results;
    this.reporting = reporting;
    this.validation = validation;
    this.quality = quality;
  }

  public Http.Response list(Http.Request r) throws Exception {
    return Http.Response.text(snapshots.json(results.ofAccession(r.need("accession"))));
  }

  public Http.Response report(Http.Request r) throws Exception {
    LabReport report = reporting.assemble(r.need("mrn"), r.need("accession"));
    return new Http.Response(200, "application/pdf", reporting.document(report));
  }

  public Http.Response preview(Http.Request r) throws Exception {
    return Http.Response.text(reporting.preview(r.need("mrn"), r.need("accession")));
  }

  public Http.Response chart(Http.Request r) {
    return new Http.Response(200, "image/png", quality.chart(r.need("analyte")));
  }

  public Http.Response trend(Http.Request r) {
    List<Result> l = results.history(r.need("mrn"), r.need("analyte"), 50);
    StringBuilder b = new StringBuilder();
    for (Result x : l) b.append(x.at()).append(' ').append(x.value()).append('\n');
    return Http.Response.text(b.toString());
  }

  /** Checks values that somebody typed. */
  public Http.Response check(Http.Request r) throws Exception {
    List<String> flags = new ArrayList<>();
    for (JsonNode n : json.readTree(r.body())) {
      Result x =
          new Result(
              0,
              "",
              n.path("analyte").asText(),
              n.path("value").asDouble(),
              "",
              java.time.Instant.EPOCH,
              Result.Status.MEASURED);
      flags.add(org.sandpiper.lab.domain.Verdict.flag(validation.judge(x)));
    }
    return Http.Response.text(String.join(",", flags));
  }

  public Http.Response enter(Http.Request r) throws Exception {
    List<Result> l = new ArrayList<>();
    for (JsonNode n : json.readTree(r.body())) {
      l.add(
          new Result(
              0,
              r.need("accession"),
              n.path("analyte").asText(),
              n.path("value").asDouble(),
              "u",
              java.time.Instant.now(),
              Result.Status.MEASURED));
    }
    results.insert(l);
    return Http.Response.text("stored " + l.size());
  }
}
