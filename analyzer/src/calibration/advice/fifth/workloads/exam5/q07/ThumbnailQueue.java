package exam5.q07;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;

/** Photos that come in from the upload folder are shrunk to three widths. */
public class ThumbnailQueue {

    private static final File STOP = new File("");
    private static final int[] WIDTHS = {1600, 640, 160};

    private final BlockingQueue<File> queue = new LinkedBlockingQueue<>();
    private final File target;
    private Thread worker;

    public ThumbnailQueue(File target) {
        this.target = target;
    }

    public void start() {
        worker = new Thread(this::work, "thumbnails");
        worker.start();
    }

    public void add(File photo) {
        queue.add(photo);
    }

    public void finish() throws InterruptedException {
        queue.add(STOP);
        worker.join();
    }

    private void work() {
        try {
            File photo;
            while ((photo = queue.take()) != STOP) {
                try {
                    process(photo);
                } catch (IOException e) {
                    System.err.println(photo + ": " + e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void process(File photo) throws IOException {
        BufferedImage image = ImageIO.read(photo);
        if (image == null) {
            throw new IOException("no image");
        }
        for (int width : WIDTHS) {
            int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
            BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = small.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(image, 0, 0, width, height, null);
            g.dispose();
            ImageIO.write(small, "jpg", new File(target, width + "-" + photo.getName()));
        }
    }

    public static void main(String[] args) throws Exception {
        ThumbnailQueue thumbnails = new ThumbnailQueue(new File(args[1]));
        thumbnails.start();
        File[] photos = new File(args[0]).listFiles((dir, name) -> name.toLowerCase().endsWith(".jpg"));
        if (photos != null) {
            for (File photo : photos) {
                thumbnails.add(photo);
            }
        }
        thumbnails.finish();
    }
}
