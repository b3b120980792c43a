package dev.concur.calibration.press;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Photographs for articles. */
public class Pictures {

  public BufferedImage decode(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  public BufferedImage thumbnail(BufferedImage picture) {
    BufferedImage small = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, 160, 120, null);
    graphics.dispose();
    return small;
  }

  public BufferedImage open(Path file) throws IOException {
    return ImageIO.read(file.toFile());
  }

  public void blur(float[] pixels, float[] out, int width, int height) {
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        float sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            sum += pixels[(y + dy) * width + x + dx];
          }
        }
        out[y * width + x] = sum / 9;
      }
    }
  }

  public double aspect(BufferedImage picture) {
    return (double) picture.getWidth() / picture.getHeight();
  }

  public int[] histogram(BufferedImage picture) {
    int[] counts = new int[256];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts[picture.getRGB(x, y) & 255]++;
      }
    }
    return counts;
  }
}
