package org.sandpiper.lab.report;

import com.typesafe.config.Config;
import java.util.Map;
import java.util.function.Supplier;

/** Chooses the form of reports per receiver. */
public final class Renderers {
  private final Map<String, Supplier<ReportRenderer>> known;
  private final String standard;

  public Renderers(Config config) {
    boolean barcode = config.getBoolean("report.barcode");
    known =
        Map.of(
            "pdf",
            () -> new PdfRenderer(barcode),
            "html",
            HtmlRenderer::new,
            "text",
            TextRenderer::new);
    standard = config.getString("report.form");
  }

  public ReportRenderer standard() {
    return known.get(standard).get();
  }

  public ReportRenderer named(String form) {
    Supplier<ReportRenderer> s = known.get(form);
    if (s == null) throw new IllegalArgumentException("unknown form " + form);
    return s.get();
  }
}
