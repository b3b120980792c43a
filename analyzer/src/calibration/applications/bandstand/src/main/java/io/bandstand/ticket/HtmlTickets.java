package io.bandstand.ticket;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.bandstand.domain.Ticket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tickets for the telephone. */
public class HtmlTickets extends TicketRenderer {

  private final Configuration templates;
  private final QrCodes codes;

  public HtmlTickets(QrCodes codes) {
    this.codes = codes;
    this.templates = new Configuration(Configuration.VERSION_2_3_33);
    templates.setClassForTemplateLoading(HtmlTickets.class, "/templates");
    templates.setDefaultEncoding("UTF-8");
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  protected void render(Ticket ticket, OutputStream out) throws IOException {
    Map<String, Object> model = ticket.model();
    model.put("code", Base64.getEncoder().encodeToString(codes.png(ticket.code())));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    fill("ticket.ftl", model, writer);
    writer.flush();
  }

  /** The list that is laid out at the gate. */
  public String gateList(String title, List<Ticket> tickets) throws IOException {
    StringWriter text = new StringWriter();
    fill(
        "gate.ftl",
        Map.of("title", title, "tickets", tickets.stream().map(Ticket::model).toList()),
        text);
    return text.toString();
  }

  private void fill(String name, Map<String, Object> model, Writer out) throws IOException {
    Template template = templates.getTemplate(name);
    try {
      template.process(model, out);
    } catch (TemplateException e) {
      throw new IOException(name, e);
    }
  }
}
