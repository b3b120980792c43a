package exam5.q21;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Removes dust from scanned negatives: 7x7 median on a 16 bit grey scan. */
public class MedianFilter {

    private static final int WIDTH = 7200;
    private static final int HEIGHT = 4800;
    private static final int RADIUS = 3;

    private final int width;
    private final int height;
    private final short[] source;
    private final short[] result;

    public MedianFilter(int width, int height, short[] source) {
        this.width = width;
        this.height = height;
        this.source = source;
        this.result = new short[source.length];
    }

    private short median(int x, int y) {
        int[] window = new int[(2 * RADIUS + 1) * (2 * RADIUS + 1)];
        int n = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            int row = Math.max(0, Math.min(height - 1, y + dy)) * width;
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                window[n++] = source[row + Math.max(0, Math.min(width - 1, x + dx))] & 0xffff;
            }
        }
        Arrays.sort(window);
        return (short) window[n / 2];
    }

    public short[] run() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = median(x, y);
            }
        }
        return result;
    }

    private static short[] read(File file) throws IOException {
        BufferedImage image = ImageIO.read(file);
        if (image.getWidth() != WIDTH || image.getHeight() != HEIGHT) {
            throw new IOException("not a full scan: " + file);
        }
        int[] samples = image.getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, (int[]) null);
        short[] grey = new short[samples.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (short) samples[i];
        }
        return grey;
    }

    public static void main(String[] args) throws IOException {
        short[] cleaned = new MedianFilter(WIDTH, HEIGHT, read(new File(args[0]))).run();
        BufferedImage out = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        out.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, cleaned);
        ImageIO.write(out, "png", new File(args[1]));
    }
}
