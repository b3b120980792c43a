package com.pawlane.clinic.imaging;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.BitSet;

/** QR codes for collars. */
public final class CollarTag {
  private final QRCodeWriter writer = new QRCodeWriter();

  public BitSet draw(String url, int size) throws WriterException {
    BitMatrix matrix = writer.encode(url, BarcodeFormat.QR_CODE, size, size);
    BitSet bits = new BitSet(size * size);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        bits.set(y * size + x, matrix.get(x, y));
      }
    }
    return bits;
  }
}
