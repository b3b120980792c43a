package io.bandstand.ticket;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.bandstand.domain.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Tickets for printing. */
public class PdfTickets extends TicketRenderer {

  private final QrCodes codes;

  public PdfTickets(QrCodes codes) {
    this.codes = codes;
  }

  @Override
  public String extension() {
    return "pdf";
  }

  @Override
  protected void render(Ticket ticket, OutputStream out) throws IOException {
    try (Document document = new Document(PageSize.A5)) {
      PdfWriter.getInstance(document, out);
      document.open();
      page(document, ticket);
    } catch (DocumentException e) {
      throw new IOException(e);
    }
  }

  public byte[] bytes(Ticket ticket) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    render(ticket, out);
    return out.toByteArray();
  }

  /** All tickets of an order in one document. */
  public byte[] booklet(List<Ticket> tickets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A5);
    PdfWriter.getInstance(document, out);
    document.open();
    for (Ticket ticket : tickets) {
      page(document, ticket);
      document.newPage();
    }
    document.close();
    return out.toByteArray();
  }

  private void page(Document document, Ticket ticket) throws IOException {
    Font big = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 18);
    document.add(new Paragraph(ticket.title(), big));
    PdfPTable table = new PdfPTable(2);
    ticket
        .model()
        .forEach(
            (key, value) -> {
              table.addCell(new Phrase(key));
              table.addCell(new Phrase(String.valueOf(value)));
            });
    document.add(table);
    Image code = Image.getInstance(codes.png(ticket.code()));
    code.scaleToFit(180, 180);
    document.add(code);
  }
}
