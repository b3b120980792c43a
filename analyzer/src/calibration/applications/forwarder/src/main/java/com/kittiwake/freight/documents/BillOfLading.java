package com.kittiwake.freight.documents;

import com.kittiwake.freight.model.Shipment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

public class BillOfLading {
  private final Template template;

  public BillOfLading(String source) throws IOException {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    configuration.setLocale(Locale.ROOT);
    template = new Template("bl", new StringReader(source), configuration);
  }

  private static Map<String, Object> model(Shipment shipment) {
    Map<String, Object> model = new HashMap<>();
    model.put("reference", shipment.reference());
    model.put("consignee", shipment.consignee());
    model.put("origin", shipment.origin());
    model.put("destination", shipment.destination());
    model.put("weight", shipment.chargeableWeight());
    List<Map<String, Object>> lines =
        shipment.parcels().stream()
            .map(
                p -> Map.<String, Object>of("mark", p.mark(), "kg", p.kg(), "cbm", p.cubicMetres()))
            .toList();
    model.put("parcels", lines);
    return model;
  }

  public void write(Shipment shipment, Writer out) throws IOException {
    try {
      template.process(model(shipment), out);
    } catch (TemplateException e) {
      throw new IOException(e);
    }
  }

  public String render(Shipment shipment) throws IOException {
    StringWriter out = new StringWriter();
    write(shipment, out);
    return out.toString();
  }

  /** An original: on the disk for certain before anybody signs it. */
  public Path issue(Shipment shipment, Path dir) throws IOException {
    Path file = dir.resolve(shipment.reference().replace('/', '_') + ".bl");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(shipment, out);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return file;
  }
}
