package org.sandpiper.lab.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

public final class PdfRenderer implements ReportRenderer {
  private final boolean withBarcode;

  public PdfRenderer(boolean withBarcode) {
    this.withBarcode = withBarcode;
  }

  @Override
  public byte[] render(LabReport report) throws IOException {
    try (PDDocument doc = new PDDocument()) {
      PDPageContentStream page = null;
      float y = 0;
      for (LabReport.Line line : report.lines()) {
        if (page == null || y < 60) {
          if (page != null) page.close();
          PDPage p = new PDPage(PDRectangle.A4);
          doc.addPage(p);
          page = new PDPageContentStream(doc, p);
          y = 780;
          text(
              page,
              PDType1Font.HELVETICA_BOLD,
              14,
              40,
              y,
              report.accession() + "   " + report.patient().displayName());
          if (withBarcode)
            page.drawImage(
                LosslessFactory.createFromImage(doc, Barcodes.code128(report.accession(), 200, 40)),
                380,
                y - 12);
          y -= 40;
        }
        text(page, PDType1Font.HELVETICA, 10, 40, y, line.analyte());
        text(
            page,
            line.isFlagged() ? PDType1Font.HELVETICA_BOLD : PDType1Font.HELVETICA,
            10,
            200,
            y,
            line.value() + " " + line.flag());
        text(page, PDType1Font.HELVETICA, 10, 300, y, line.unit());
        text(page, PDType1Font.HELVETICA, 10, 380, y, line.range());
        y -= 14;
      }
      if (page != null) page.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      doc.save(out);
      return out.toByteArray();
    }
  }

  private static void text(PDPageContentStream p, PDFont font, int size, float x, float y, String s)
      throws IOException {
    p.beginText();
    p.setFont(font, size);
    p.newLineAtOffset(x, y);
    p.showText(s);
    p.endText();
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }
}
