package com.pawlane.clinic.imaging;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

public class ThumbnailMaker {
  private final int edge;

  public ThumbnailMaker(int edge) {
    this.edge = edge;
  }

  public BufferedImage scale(BufferedImage image) {
    double ratio = (double) edge / Math.max(image.getWidth(), image.getHeight());
    int w = Math.max(1, (int) (image.getWidth() * ratio));
    int h = Math.max(1, (int) (image.getHeight() * ratio));
    BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, w, h, null);
    g.dispose();
    return small;
  }

  public BufferedImage decode(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  public byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** Reads a radiograph and stores its thumbnail beside it. */
  public Path thumbnailFor(Path picture) throws IOException {
    byte[] small = encode(scale(decode(Files.readAllBytes(picture))));
    Path target = picture.resolveSibling(picture.getFileName() + ".thumb.png");
    return Files.write(target, small);
  }
}
