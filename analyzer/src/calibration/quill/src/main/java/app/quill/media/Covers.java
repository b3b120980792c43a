package app.quill.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Works on pictures of covers. */
public class Covers {

  /** A step in a pipeline of filters. */
  public interface Filter {
    BufferedImage apply(BufferedImage image);

    default Filter then(Filter next) {
      return image -> next.apply(apply(image));
    }
  }

  public static BufferedImage half(BufferedImage cover) {
    AffineTransformOp scale =
        new AffineTransformOp(
            AffineTransform.getScaleInstance(0.5, 0.5), AffineTransformOp.TYPE_BILINEAR);
    return scale.filter(cover, null);
  }

  public static class Sepia implements Filter {
    @Override
    public BufferedImage apply(BufferedImage image) {
      BufferedImage out =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
      int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
      int[] to = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
      for (int i = 0; i < from.length; i++) {
        int r = from[i] >> 16 & 255;
        int g = from[i] >> 8 & 255;
        int b = from[i] & 255;
        int red = Math.min(255, (r * 402 + g * 787 + b * 194) >> 10);
        int green = Math.min(255, (r * 357 + g * 702 + b * 172) >> 10);
        int blue = Math.min(255, (r * 279 + g * 547 + b * 134) >> 10);
        to[i] = red << 16 | green << 8 | blue;
      }
      return out;
    }
  }

  public static class Watermark implements Filter {
    private final String text;

    public Watermark(String text) {
      this.text = text;
    }

    @Override
    public BufferedImage apply(BufferedImage image) {
      Graphics2D graphics = image.createGraphics();
      for (int y = 20; y < image.getHeight(); y += 40) {
        graphics.drawString(text, 10, y);
      }
      graphics.dispose();
      return image;
    }
  }

  /** The edges after Sobel. */
  public static int[] edges(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] grey = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int rgb = image.getRGB(x, y);
        grey[y * w + x] = ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
      }
    }
    int[] out = new int[w * h];
    for (int y = 1; y < h - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        int at = y * w + x;
        int gx =
            grey[at - w + 1]
                + 2 * grey[at + 1]
                + grey[at + w + 1]
                - grey[at - w - 1]
                - 2 * grey[at - 1]
                - grey[at + w - 1];
        int gy =
            grey[at + w - 1]
                + 2 * grey[at + w]
                + grey[at + w + 1]
                - grey[at - w - 1]
                - 2 * grey[at - w]
                - grey[at - w + 1];
        out[at] = (int) Math.min(255, Math.hypot(gx, gy));
      }
    }
    return out;
  }

  /** A fingerprint of 64 bits that survives scaling. */
  // miss: said cpu: the picture has 8 by 8 pixels, which is said only where it is drawn
  public static long fingerprint(int[][] grey8x8) {
    int sum = 0;
    for (int[] row : grey8x8) {
      for (int value : row) {
        sum += value;
      }
    }
    long bits = 0;
    for (int[] row : grey8x8) {
      for (int value : row) {
        bits = bits << 1 | (value * 64 > sum ? 1 : 0);
      }
    }
    return bits;
  }

  public static int difference(long one, long other) {
    return Long.bitCount(one ^ other);
  }
}
