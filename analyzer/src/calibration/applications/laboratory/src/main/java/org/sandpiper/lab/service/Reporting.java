package org.sandpiper.lab.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sandpiper.lab.archive.DocumentVault;
import org.sandpiper.lab.archive.Exports;
import org.sandpiper.lab.domain.LabException;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.domain.Range;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.domain.Verdict;
import org.sandpiper.lab.hl7.Hl7Message;
import org.sandpiper.lab.hl7.Hl7Segment;
import org.sandpiper.lab.hl7.MllpLink;
import org.sandpiper.lab.hl7.OrderMapper;
import org.sandpiper.lab.ops.Settings;
import org.sandpiper.lab.portal.FhirMapper;
import org.sandpiper.lab.report.LabReport;
import org.sandpiper.lab.report.Renderers;
import org.sandpiper.lab.report.ReportRenderer;
import org.sandpiper.lab.report.ReportSigner;
import org.sandpiper.lab.store.AnalyteCatalog;
import org.sandpiper.lab.store.PatientRepository;
import org.sandpiper.lab.store.ResultRepository;

public class Reporting {
  private final PatientRepository patients;
  private final ResultRepository results;
  private final AnalyteCatalog catalog;
  private final ReportRenderer renderer, preview;
  private final ReportSigner signer;
  private final DocumentVault vault;
  private final MllpLink wards;
  private final FhirMapper fhir;
  private final Settings settings;

  public Reporting(
      PatientRepository patients,
      ResultRepository results,
      AnalyteCatalog catalog,
      Renderers renderers,
      ReportSigner signer,
      DocumentVault vault,
      MllpLink wards,
      FhirMapper fhir,
      Settings settings) {
    this.patients = patients;
    this.results = results;
    this.catalog = catalog;
    this.renderer = renderers.standard();
    this.preview = renderers.named("html");
    this.signer = signer;
    this.vault = vault;
    this.wards = wards;
    this.fhir = fhir;
    this.settings = settings;
  }

  public LabReport layout(Patient p, String accession, List<Result> l) {
    settings.pace();
    return new LabReport(p, accession, "", l.stream().map(this::line).toList(), null);
  }

  private LabReport.Line line(Result r) {
    Range range = catalog.range(r.analyte());
    return new LabReport.Line(
        r.analyte(),
        Double.toString(r.value()),
        r.unit(),
        range.text(),
        Verdict.flag(range.judge(r.value())));
  }

  public LabReport assemble(String mrn, String accession) {
    Patient p = patients.find(mrn).orElseThrow(() -> new LabException("unknown " + mrn));
    return layout(p, accession, results.ofAccession(accession));
  }

  public byte[] document(LabReport r) {
    try {
      return renderer.render(r);
    } catch (IOException e) {
      throw new LabException("rendering " + r.accession(), e);
    }
  }

  public String preview(String mrn, String accession) throws IOException {
    return new String(preview.render(assemble(mrn, accession)), StandardCharsets.UTF_8);
  }

  /** Renders, signs and files the final report. */
  public String release(String mrn, String accession) throws IOException, GeneralSecurityException {
    LabReport r = assemble(mrn, accession);
    byte[] document = document(r);
    String signature = settings.flag("report.sign") ? signer.sign(document) : "";
    vault.put(accession, document);
    results.mark(accession, Result.Status.REPORTED);
    return signature;
  }

  public String signed(LabReport r) {
    return signer.sign(document(r));
  }

  public boolean toWard(Patient p, String accession, List<Result> l) throws IOException {
    Hl7Message answer = wards.send(new OrderMapper().report(p, accession, l));
    return answer.first("MSA").get(1, 1).equals("AA");
  }

  /**
   * For wards that file documents: the rendered report and its signature as segments behind the
   * results.
   */
  public boolean toWardSigned(LabReport r, List<Result> l) throws IOException {
    byte[] document = document(r);
    Hl7Message m = new OrderMapper().report(r.patient(), r.accession(), l);
    m.add(new Hl7Segment("OBX").set(2, "ED").set(5, Base64.getEncoder().encodeToString(document)));
    m.add(new Hl7Segment("ZSG").set(1, signer.sign(document)));
    return wards.send(m).first("MSA").get(1, 1).equals("AA");
  }

  public int fileAll(List<LabReport> reports) throws IOException, GeneralSecurityException {
    int bytes = 0;
    for (LabReport r : reports) {
      byte[] document = document(r);
      vault.put(r.accession(), document);
      bytes += document.length;
    }
    return bytes;
  }

  public byte[] again(String accession) throws IOException, GeneralSecurityException {
    return vault.get(accession);
  }

  public String bundle(Patient p, List<Result> l) {
    return fhir.bundle(p, l);
  }

  /** All documents of a ward in one file. */
  public byte[] ward(List<LabReport> reports) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (LabReport r : reports) all.put(r.accession() + ".pdf", document(r));
    var out = new java.io.ByteArrayOutputStream();
    Exports.bundle(all, out);
    return out.toByteArray();
  }

  public String patientLink(String accession) {
    return "https://results.example/" + signer.link(accession);
  }

  public String open(String token) {
    String accession = signer.accessionOf(token);
    if (accession == null) return "expired";
    return vault.has(accession) ? accession : "pending";
  }

  public static String summary(List<LabReport> l) {
    return l.stream()
        .filter(r -> r.flagged() > 0)
        .map(r -> r.accession() + ":" + r.flagged())
        .collect(Collectors.joining(" "));
  }
}
