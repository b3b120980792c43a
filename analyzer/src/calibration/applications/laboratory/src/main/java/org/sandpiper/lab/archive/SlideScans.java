package org.sandpiper.lab.archive;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.imgscalr.Scalr;
import org.sandpiper.lab.report.Barcodes;

/** Photographs of slides and culture plates. */
public final class SlideScans {
  private final Path dir;
  private final int thumb;

  public SlideScans(Path dir, int thumb) {
    this.dir = dir;
    this.thumb = thumb;
  }

  public static BufferedImage decode(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  public byte[] thumbnail(byte[] jpeg) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(Scalr.resize(decode(jpeg), Scalr.Method.BALANCED, thumb), "jpg", out);
    return out.toByteArray();
  }

  /**
   * Reads the code of the slide and files the picture under it; unreadable ones go to a folder of
   * their own.
   */
  public Path file(Path upload) throws IOException {
    BufferedImage image;
    try (InputStream in = Files.newInputStream(upload)) {
      image = ImageIO.read(in);
    }
    String code = Barcodes.read(image);
    Path target = dir.resolve(code == null ? "unreadable" : code);
    Files.createDirectories(target);
    return Files.copy(
        upload,
        target.resolve(upload.getFileName()),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  public long bytesOf(String accession) throws IOException {
    try (var files = Files.list(dir.resolve(accession))) {
      return files.mapToLong(p -> p.toFile().length()).sum();
    }
  }

  /** Colonies on a plate: connected areas brighter than the limit. */
  public static int colonies(BufferedImage plate, int limit) {
    int w = plate.getWidth(), h = plate.getHeight(), n = 0;
    int[] rgb = plate.getRGB(0, 0, w, h, null, 0, w);
    boolean[] seen = new boolean[w * h];
    int[] stack = new int[w * h];
    for (int i = 0; i < rgb.length; i++) {
      if (seen[i] || brightness(rgb[i]) < limit) continue;
      int top = 0, area = 0;
      stack[top++] = i;
      seen[i] = true;
      while (top > 0) {
        int p = stack[--top];
        area++;
        int x = p % w;
        if (x > 0) top = visit(p - 1, rgb, seen, stack, top, limit);
        if (x < w - 1) top = visit(p + 1, rgb, seen, stack, top, limit);
        if (p >= w) top = visit(p - w, rgb, seen, stack, top, limit);
        if (p < rgb.length - w) top = visit(p + w, rgb, seen, stack, top, limit);
      }
      if (area > 8) n++;
    }
    return n;
  }

  private static int visit(int p, int[] rgb, boolean[] seen, int[] stack, int top, int limit) {
    if (seen[p] || brightness(rgb[p]) < limit) return top;
    seen[p] = true;
    stack[top] = p;
    return top + 1;
  }

  private static int brightness(int rgb) {
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
  }
}
