package gallery.render;

import java.util.ArrayList;
import java.util.List;

/** Makes the thumbnails of a gallery. */
public final class ThumbnailService {
  private final int factor;
  private final int[] gamma = new int[256];

  public ThumbnailService(int factor, double exponent) {
    this.factor = factor;
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] = (int) Math.round(255 * Math.pow(i / 255.0, exponent));
    }
  }

  /** Returns the thumbnail of each picture, in order. */
  public List<Picture> renderAll(List<Picture> pictures) {
    List<Picture> thumbnails = new ArrayList<>(pictures.size());
    for (Picture picture : pictures) {
      thumbnails.add(render(picture));
    }
    return thumbnails;
  }

  public Picture render(Picture picture) {
    int width = picture.width() / factor;
    int height = picture.height() / factor;
    int[] target = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        target[y * width + x] = average(picture, x * factor, y * factor);
      }
    }
    return new Picture(width, height, target);
  }

  private int average(Picture picture, int left, int top) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < top + factor; y++) {
      for (int x = left; x < left + factor; x++) {
        int pixel = picture.pixels()[y * picture.width() + x];
        red += gamma[pixel >> 16 & 255];
        green += gamma[pixel >> 8 & 255];
        blue += gamma[pixel & 255];
      }
    }
    int area = factor * factor;
    return (int) (red / area) << 16 | (int) (green / area) << 8 | (int) (blue / area);
  }
}
