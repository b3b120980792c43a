package com.kittiwake.freight.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

public class DamagePhotos {
  private final int side;

  public DamagePhotos(int side) {
    this.side = side;
  }

  public byte[] shrink(byte[] photo) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thumbnails.of(new ByteArrayInputStream(photo))
        .size(side, side)
        .outputFormat("jpg")
        .outputQuality(0.8)
        .toOutputStream(out);
    return out.toByteArray();
  }

  public BufferedImage preview(File photo) throws IOException {
    return Thumbnails.of(photo).size(side, side).asBufferedImage();
  }

  /**
   * The share of pixels that differ clearly between two pictures of the same side of a container.
   */
  public double difference(BufferedImage before, BufferedImage after) {
    int w = Math.min(before.getWidth(), after.getWidth());
    int h = Math.min(before.getHeight(), after.getHeight());
    int changed = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int a = before.getRGB(x, y);
        int b = after.getRGB(x, y);
        int d =
            Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255));
        if (d > 90) {
          changed++;
        }
      }
    }
    return changed / (double) (w * h);
  }
}
