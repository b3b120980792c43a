package com.harbor.docs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Photographs of damages, and codes on labels. */
public class Pictures {

  public static BufferedImage thumbnail(BufferedImage photo, int width) {
    int height = Math.max(1, photo.getHeight() * width / photo.getWidth());
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(photo, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  public static BufferedImage grey(BufferedImage photo) {
    BufferedImage out =
        new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < photo.getHeight(); y++) {
      for (int x = 0; x < photo.getWidth(); x++) {
        int rgb = photo.getRGB(x, y);
        int grey = ((rgb >> 16 & 255) * 30 + (rgb >> 8 & 255) * 59 + (rgb & 255) * 11) / 100;
        out.getRaster().setSample(x, y, 0, grey);
      }
    }
    return out;
  }

  public static BufferedImage blur(BufferedImage photo) {
    float[] weights = new float[25];
    Arrays.fill(weights, 1f / 25);
    return new ConvolveOp(new Kernel(5, 5, weights)).filter(photo, null);
  }

  public static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  public static int[] size(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    return new int[] {image.getWidth(), image.getHeight()};
  }

  public static void save(BufferedImage image, Path file) throws IOException {
    if (!ImageIO.write(image, "jpg", file.toFile())) {
      throw new IOException("no writer");
    }
  }

  /** Where the threshold between dark and light lies, after Otsu. */
  public static int threshold(BufferedImage grey) {
    int[] histogram = new int[256];
    for (int y = 0; y < grey.getHeight(); y++) {
      for (int x = 0; x < grey.getWidth(); x++) {
        histogram[grey.getRaster().getSample(x, y, 0)]++;
      }
    }
    int all = grey.getWidth() * grey.getHeight();
    double sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += (double) i * histogram[i];
    }
    double sumBelow = 0;
    int below = 0;
    double best = -1;
    int at = 0;
    for (int i = 0; i < 256; i++) {
      below += histogram[i];
      if (below == 0 || below == all) {
        continue;
      }
      sumBelow += (double) i * histogram[i];
      double difference = sumBelow / below - (sum - sumBelow) / (all - below);
      double between = (double) below * (all - below) * difference * difference;
      if (between > best) {
        best = between;
        at = i;
      }
    }
    return at;
  }

  static int mix(int one, int other) {
    return ((one ^ other) & 0xfefefe) / 2 + (one & other);
  }

  static Color colourOf(String text) {
    return Color.getHSBColor((text.hashCode() & 255) / 255f, 0.5f, 0.9f);
  }
}
