package org.sandpiper.lab.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;

/** For the printers of the wards. */
final class TextRenderer implements ReportRenderer {
  private static final String SOURCE =
      "{{accession}}  {{#patient}}{{family}}, {{given}}{{/patient}}\n"
          + "{{#lines}}{{analyte}}\t{{value}}\t{{unit}}\t{{range}}\t{{flag}}\n{{/lines}}{{comment}}\n";
  private final Template template =
      Mustache.compiler().escapeHTML(false).defaultValue("").compile(SOURCE);

  @Override
  public byte[] render(LabReport report) {
    return template.execute(report).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }
}
