package org.sandpiper.lab.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

public final class HtmlRenderer implements ReportRenderer {
  private final TemplateEngine engine = new TemplateEngine();

  public HtmlRenderer() {
    ClassLoaderTemplateResolver r = new ClassLoaderTemplateResolver();
    r.setPrefix("/templates/");
    r.setSuffix(".html");
    r.setTemplateMode(TemplateMode.HTML);
    r.setCacheable(true);
    engine.setTemplateResolver(r);
  }

  @Override
  public byte[] render(LabReport report) {
    StringWriter w = new StringWriter();
    engine.process("report", new Context(java.util.Locale.ENGLISH, Map.of("report", report)), w);
    return w.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String mediaType() {
    return "text/html";
  }
}
