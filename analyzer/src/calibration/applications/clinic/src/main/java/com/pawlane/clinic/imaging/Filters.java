package com.pawlane.clinic.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** The filters offered for radiographs. */
public final class Filters {
  private Filters() {}

  public static PixelFilter edges() {
    return new PixelFilter() {
      private final Kernel kernel =
          new Kernel(3, 3, new float[] {-1, -1, -1, -1, 8, -1, -1, -1, -1});

      @Override
      public BufferedImage apply(BufferedImage image) {
        return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(image, null);
      }
    };
  }

  public static PixelFilter contrast() {
    return Filters::equalize;
  }

  static BufferedImage equalize(BufferedImage image) {
    int[] histogram = histogram(image);
    int total = image.getWidth() * image.getHeight();
    int[] map = new int[256];
    int sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += histogram[i];
      map[i] = (int) (255L * sum / total);
    }
    BufferedImage out =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int grey = map[image.getRGB(x, y) & 0xff];
        out.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return out;
  }

  public static int[] histogram(BufferedImage image) {
    int[] counts = new int[256];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts[image.getRGB(x, y) & 0xff]++;
      }
    }
    return counts;
  }
}
