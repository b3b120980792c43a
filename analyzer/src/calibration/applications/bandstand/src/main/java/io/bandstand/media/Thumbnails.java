package io.bandstand.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails.Builder;

/** Small pictures of posters, kept once made. */
public class Thumbnails {

  private final PosterStore store;
  private final int side;
  private final Map<String, byte[]> made = new ConcurrentHashMap<>();

  public Thumbnails(PosterStore store, int side) {
    this.store = store;
    this.side = side;
  }

  public BufferedImage scale(BufferedImage poster) throws IOException {
    Builder<BufferedImage> builder = net.coobird.thumbnailator.Thumbnails.of(poster);
    return builder.size(side, side).asBufferedImage();
  }

  public byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "jpg", out)) {
      throw new IOException("no writer");
    }
    return out.toByteArray();
  }

  /** Made from the file at the first time. */
  public byte[] of(String id) throws IOException {
    byte[] known = made.get(id);
    if (known == null) {
      known = make(id);
      made.put(id, known);
    }
    return known;
  }

  private byte[] make(String id) throws IOException {
    return jpeg(scale(store.load(id)));
  }

  public Optional<byte[]> cached(String id) {
    return Optional.ofNullable(made.get(id));
  }

  /** Looks at the header only. */
  public static Dimension dimensions(byte[] picture) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return new Dimension(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    }
  }
}
