package io.bandstand.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import javax.imageio.ImageIO;

/** Fetches posters from agencies and prepares them for the pages. */
public class PosterImport {

  /** What the pages need to know of a poster. */
  public record Poster(String id, int width, int height, List<Integer> colours, long hash) {}

  private final PosterStore store;
  private final Palette palette;

  public PosterImport(PosterStore store, Palette palette) {
    this.store = store;
    this.palette = palette;
  }

  public byte[] download(String address) throws IOException {
    URL url = URI.create(address).toURL();
    URLConnection connection = url.openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  public Poster describe(String id, byte[] picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      return new Poster(
          id, image.getWidth(), image.getHeight(), palette.of(image), fingerprint(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the agency to the store. */
  public Poster bring(String id, String address) throws IOException {
    byte[] picture = download(address);
    Dimension size = Thumbnails.dimensions(picture);
    if (size.width * size.height > 40_000_000) {
      throw new IOException("too large: " + size);
    }
    store.save(id, picture);
    return describe(id, picture);
  }

  /** Alike pictures have alike fingerprints. */
  static long fingerprint(BufferedImage image) {
    long hash = 0;
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        int left = image.getRGB(x * image.getWidth() / 9, y * image.getHeight() / 8);
        int right = image.getRGB((x + 1) * image.getWidth() / 9, y * image.getHeight() / 8);
        hash = hash << 1 | ((left >> 8 & 255) < (right >> 8 & 255) ? 1 : 0);
      }
    }
    return hash;
  }

  public static int difference(long a, long b) {
    return Long.bitCount(a ^ b);
  }
}
