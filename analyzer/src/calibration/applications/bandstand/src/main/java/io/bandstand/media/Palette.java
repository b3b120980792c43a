package io.bandstand.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The main colours of a poster, for the page around it. */
public final class Palette {

  private final int colours;

  public Palette(int colours) {
    this.colours = colours;
  }

  /** Clusters of pixels, the largest first. */
  public List<Integer> of(BufferedImage image) {
    int[] pixels = sample(image, 6_000);
    double[][] centres = new double[colours][];
    Random random = new Random(3);
    for (int c = 0; c < colours; c++) {
      centres[c] = split(pixels[random.nextInt(pixels.length)]);
    }
    int[] sizes = new int[colours];
    for (int round = 0; round < 8; round++) {
      double[][] sums = new double[colours][3];
      Arrays.fill(sizes, 0);
      for (int pixel : pixels) {
        double[] rgb = split(pixel);
        int nearest = nearest(centres, rgb);
        sizes[nearest]++;
        for (int i = 0; i < 3; i++) {
          sums[nearest][i] += rgb[i];
        }
      }
      for (int c = 0; c < colours; c++) {
        for (int i = 0; i < 3 && sizes[c] > 0; i++) {
          centres[c][i] = sums[c][i] / sizes[c];
        }
      }
    }
    return IntStream.range(0, colours)
        .boxed()
        .sorted(Comparator.comparingInt((Integer c) -> sizes[c]).reversed())
        .map(c -> (int) centres[c][0] << 16 | (int) centres[c][1] << 8 | (int) centres[c][2])
        .toList();
  }

  private static int[] sample(BufferedImage image, int most) {
    int step = (int) Math.max(1, Math.sqrt(image.getWidth() * image.getHeight() / (double) most));
    return IntStream.iterate(0, y -> y < image.getHeight(), y -> y + step)
        .flatMap(
            y ->
                IntStream.iterate(0, x -> x < image.getWidth(), x -> x + step)
                    .map(x -> image.getRGB(x, y)))
        .toArray();
  }

  private static double[] split(int rgb) {
    return new double[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
  }

  private static int nearest(double[][] centres, double[] rgb) {
    int best = 0;
    double distance = Double.MAX_VALUE;
    for (int c = 0; c < centres.length; c++) {
      double d = 0;
      for (int i = 0; i < 3; i++) {
        d += (centres[c][i] - rgb[i]) * (centres[c][i] - rgb[i]);
      }
      if (d < distance) {
        distance = d;
        best = c;
      }
    }
    return best;
  }

  public static boolean dark(int rgb) {
    return .299 * (rgb >> 16 & 255) + .587 * (rgb >> 8 & 255) + .114 * (rgb & 255) < 128;
  }

  public static String css(int rgb) {
    return String.format("#%06x", rgb & 0xffffff);
  }
}
