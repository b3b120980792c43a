package org.sandpiper.lab.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import org.sandpiper.lab.domain.LabException;

public final class Barcodes {
  private Barcodes() {}

  public static BufferedImage code128(String text, int width, int height) {
    return MatrixToImageWriter.toBufferedImage(
        new Code128Writer().encode(text, BarcodeFormat.CODE_128, width, height));
  }

  public static BufferedImage qr(String text, int size) {
    try {
      return MatrixToImageWriter.toBufferedImage(
          new com.google.zxing.qrcode.QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, size, size));
    } catch (WriterException e) {
      throw new LabException("too long for a code: " + text, e);
    }
  }

  /** Small code on the tube label as text of the label printer's language. */
  public static String label(String accession, String name) {
    return "^XA^FO20,20^BXN,4,200^FD" + accession + "^FS^FO120,30^A0N,28^FD" + name + "^FS^XZ";
  }

  public static boolean[][] dots(String text) {
    var m = new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0);
    boolean[][] d = new boolean[m.getHeight()][m.getWidth()];
    for (int y = 0; y < d.length; y++) for (int x = 0; x < d[y].length; x++) d[y][x] = m.get(x, y);
    return d;
  }

  /** Null when there is no code on the picture. */
  public static String read(BufferedImage scan) {
    try {
      return new MultiFormatReader()
          .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(scan))))
          .getText();
    } catch (NotFoundException e) {
      return null;
    }
  }
}
