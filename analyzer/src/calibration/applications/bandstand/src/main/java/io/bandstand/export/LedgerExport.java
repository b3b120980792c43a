package io.bandstand.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.bandstand.domain.Order;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What the bookkeepers get. */
public class LedgerExport {

  /** A line of the ledger. */
  @JsonPropertyOrder({"id", "customer", "show", "placed", "status", "seats", "total"})
  public record Row(
      long id, long customer, long show, String placed, String status, int seats, String total) {

    static Row of(Order order) {
      return new Row(
          order.id(),
          order.customerId(),
          order.showId(),
          order.placed().toString(),
          order.status().name(),
          order.lines().size(),
          order.total().format());
    }
  }

  private final ObjectWriter writer;

  public LedgerExport() {
    CsvMapper mapper = new CsvMapper();
    writer = mapper.writer(mapper.schemaFor(Row.class).withHeader().withColumnSeparator(';'));
  }

  public String csv(List<Order> orders) throws IOException {
    StringWriter text = new StringWriter();
    write(orders, text);
    return text.toString();
  }

  public void save(List<Order> orders, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      write(orders, out);
    }
  }

  public void archive(List<Order> orders, Path file) throws IOException {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      write(orders, out);
    }
  }

  private void write(List<Order> orders, Writer out) throws IOException {
    SequenceWriter rows = writer.writeValues(out);
    for (Order order : orders) {
      rows.write(Row.of(order));
    }
    rows.flush();
  }
}
