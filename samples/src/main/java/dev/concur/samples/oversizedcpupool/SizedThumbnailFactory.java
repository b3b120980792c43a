package dev.concur.samples.oversizedcpupool;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Right: one painter for each core. */
public final class SizedThumbnailFactory {

  private static final int EDGE = 200;

  private final ExecutorService painters =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /** A small picture, soon. */
  public Future<BufferedImage> scaleLater(BufferedImage big) { // label: light async
    return painters.submit(() -> scaled(big));
  }

  private static BufferedImage scaled(BufferedImage big) { // label: cpu image
    BufferedImage small = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = small.createGraphics();
    brush.drawImage(big, 0, 0, EDGE, EDGE, null);
    brush.dispose();
    return small;
  }
}
