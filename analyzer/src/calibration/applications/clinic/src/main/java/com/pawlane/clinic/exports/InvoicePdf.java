package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Invoice;
import com.pawlane.clinic.model.InvoiceLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;

public class InvoicePdf {
  private static final float LEADING = 14;

  public byte[] render(Invoice invoice) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 10);
        content.setLeading(LEADING);
        content.newLineAtOffset(60, 780);
        content.showText("Invoice " + invoice.number() + " for " + invoice.owner().displayName());
        content.newLine();
        for (InvoiceLine line : invoice.lines()) {
          content.showText(line.quantity() + " x " + line.text() + "  " + line.net());
          content.newLine();
        }
        content.showText("Total " + invoice.total());
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  public String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  public String fileName(Invoice invoice) {
    return "invoice-" + invoice.number().replace('/', '_') + ".pdf";
  }
}
