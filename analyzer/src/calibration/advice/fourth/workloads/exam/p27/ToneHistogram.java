package exam.p27;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** Distribution of tones over a stitched panorama (200 to 400 megapixels), computed in strips on all cores. */
public class ToneHistogram {

    static class Histogram {
        private final long[] red = new long[256];
        private final long[] green = new long[256];
        private final long[] blue = new long[256];

        synchronized void add(int rgb) {
            red[rgb >> 16 & 0xff]++;
            green[rgb >> 8 & 0xff]++;
            blue[rgb & 0xff]++;
        }

        synchronized long[] luminance() {
            long[] l = new long[256];
            for (int i = 0; i < 256; i++) {
                l[i] = (299 * red[i] + 587 * green[i] + 114 * blue[i]) / 1000;
            }
            return l;
        }
    }

    private final Histogram histogram = new Histogram();

    private void strip(BufferedImage image, int from, int to) {
        int[] row = new int[image.getWidth()];
        for (int y = from; y < to; y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int rgb : row) {
                histogram.add(rgb);
            }
        }
    }

    void compute(BufferedImage image) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        int height = (image.getHeight() + cores - 1) / cores;
        CountDownLatch done = new CountDownLatch(cores);
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        for (int i = 0; i < cores; i++) {
            int from = i * height;
            pool.execute(() -> {
                try {
                    strip(image, from, Math.min(from + height, image.getHeight()));
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        pool.shutdown();
    }

    public static void main(String[] args) throws Exception {
        ToneHistogram tones = new ToneHistogram();
        for (String file : args) {
            tones.compute(ImageIO.read(new File(file)));
        }
        long[] l = tones.histogram.luminance();
        for (int i = 0; i < l.length; i++) {
            System.out.println(i + " " + l[i]);
        }
    }
}
