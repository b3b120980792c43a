package io.bandstand.ticket;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The squares that are scanned at the gate. */
public class QrCodes {

  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 1);

  private final int side;

  public QrCodes(int side) {
    this.side = side;
  }

  public BitMatrix matrix(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side, HINTS);
    } catch (WriterException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public byte[] png(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
    try {
      MatrixToImageWriter.writeToStream(matrix(text), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What the camera at the gate saw. */
  public Optional<String> read(BufferedImage photo) {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(photo)));
    try {
      return Optional.of(new MultiFormatReader().decode(bitmap).getText());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}
