package com.kittiwake.freight.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Sheets of code 39 labels. */
public class BarcodeSheet {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";
  private static final int[] PATTERNS = new int[ALPHABET.length()];

  static {
    for (int i = 0; i < PATTERNS.length; i++) {
      PATTERNS[i] = (i * 37 + 52) & 0x1ff;
    }
  }

  /** Narrow and wide elements of a text, one character each: n or w. */
  public String elements(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : ("*" + text + "*").toCharArray()) {
      int pattern = PATTERNS[Math.max(0, ALPHABET.indexOf(c))];
      for (int bit = 8; bit >= 0; bit--) {
        out.append((pattern >> bit & 1) == 1 ? 'w' : 'n');
      }
      out.append('n');
    }
    return out.toString();
  }

  public BufferedImage draw(String[] references) {
    BufferedImage sheet =
        new BufferedImage(900, 120 * references.length, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setColor(Color.BLACK);
    g.setFont(new Font("Monospaced", Font.PLAIN, 18));
    int y = 10;
    for (String reference : references) {
      int x = 20;
      boolean bar = true;
      for (char e : elements(reference).toCharArray()) {
        int width = e == 'w' ? 5 : 2;
        if (bar) {
          g.fillRect(x, y, width, 80);
        }
        x += width;
        bar = !bar;
      }
      g.drawString(reference, 20, y + 100);
      y += 120;
    }
    g.dispose();
    return sheet;
  }

  public byte[] png(BufferedImage sheet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(sheet, "png", out);
    return out.toByteArray();
  }
}
