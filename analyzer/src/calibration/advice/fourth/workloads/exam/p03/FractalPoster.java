package exam.p03;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

public class FractalPoster {
    /** Area of the complex plane that is drawn. */
    record Viewport(double x0, double y0, double x1, double y1) { }

    interface Renderer {
        int[] render(int width, int height);
    }

    static class Mandelbrot implements Renderer {
        private final Viewport view;
        private final int limit;
        private final IntUnaryOperator palette;

        Mandelbrot(Viewport view, int limit, IntUnaryOperator palette) {
            this.view = view;
            this.limit = limit;
            this.palette = palette;
        }

        @Override
        public int[] render(int width, int height) {
            int[] pixels = new int[width * height];
            double dx = (view.x1() - view.x0()) / width;
            double dy = (view.y1() - view.y0()) / height;
            for (int row = 0; row < height; row++) {
                double ci = view.y0() + row * dy;
                int offset = row * width;
                for (int col = 0; col < width; col++) {
                    pixels[offset + col] = palette.applyAsInt(escape(view.x0() + col * dx, ci));
                }
            }
            return pixels;
        }

        private int escape(double cr, double ci) {
            double zr = 0, zi = 0;
            int n = 0;
            while (n < limit && zr * zr + zi * zi < 4.0) {
                double t = zr * zr - zi * zi + cr;
                zi = 2 * zr * zi + ci;
                zr = t;
                n++;
            }
            return n;
        }
    }

    static IntUnaryOperator rainbow(int limit) {
        int[] table = new int[limit + 1];
        for (int i = 0; i < limit; i++) {
            table[i] = Color.HSBtoRGB(i * 3f / limit, 0.8f, 1f);
        }
        return n -> table[n];
    }

    public static void main(String[] args) throws Exception {
        int width = args.length > 0 ? Integer.parseInt(args[0]) : 7200;
        int height = args.length > 1 ? Integer.parseInt(args[1]) : 4800;
        int limit = 2000;
        Renderer renderer = new Mandelbrot(new Viewport(-2.2, -1.2, 0.8, 1.2), limit, rainbow(limit));
        int[] pixels = renderer.render(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", new File("poster.png"));
    }
}
