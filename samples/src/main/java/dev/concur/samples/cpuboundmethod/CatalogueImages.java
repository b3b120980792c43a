package dev.concur.samples.cpuboundmethod;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of articles: decoding and scaling compute, wherever the bytes come from. */
public final class CatalogueImages {

  private static final int EDGE = 200;

  /** A small picture from a big one. */
  public byte[] thumbnail(byte[] jpeg) throws IOException { // label: cpu image
    BufferedImage big = ImageIO.read(new ByteArrayInputStream(jpeg));
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    ImageIO.write(scaled(big), "png", small);
    return small.toByteArray();
  }

  /** Size of a picture, asked of its bytes. */
  public int sizeOf(byte[] jpeg) { // label: light
    return jpeg.length;
  }

  /** Whether there is a picture of an article. */
  public boolean exists(File folder, String sku) {
    return new File(folder, sku + ".jpg").exists();
  }

  private static BufferedImage scaled(Image big) { // label: cpu image
    BufferedImage small = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = small.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.drawImage(big, 0, 0, EDGE, EDGE, null);
    brush.dispose();
    return small;
  }
}
