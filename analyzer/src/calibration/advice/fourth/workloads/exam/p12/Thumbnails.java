package exam.p12;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes the preview pictures of a shoot: 500 to 800 photographs of 24 megapixels. */
public class Thumbnails {
    enum Size {
        ICON(160), LIST(640), DETAIL(1600);

        final int width;

        Size(int width) {
            this.width = width;
        }
    }

    private final Path target;

    Thumbnails(Path target) {
        this.target = target;
    }

    static BufferedImage scale(BufferedImage source, int width) {
        int height = Math.max(1, source.getHeight() * width / source.getWidth());
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.drawImage(source, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return out;
    }

    private Map<Size, Path> process(Path photo) throws IOException {
        BufferedImage source = ImageIO.read(photo.toFile());
        String name = photo.getFileName().toString().replaceFirst("\\.jpe?g$", "");
        Map<Size, Path> written = new EnumMap<>(Size.class);
        for (Size size : Size.values()) {
            Path file = target.resolve(name + "-" + size.name().toLowerCase() + ".jpg");
            ImageIO.write(scale(source, size.width), "jpg", file.toFile());
            written.put(size, file);
        }
        return written;
    }

    int processAll(List<Path> photos) throws IOException {
        int count = 0;
        for (int i = 0; i < photos.size(); i++) {
            count += process(photos.get(i)).size();
        }
        return count;
    }

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        Path target = Files.createDirectories(Path.of(args[1]));
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            List<Path> photos = files.filter(f -> f.toString().matches(".*\\.jpe?g")).sorted().collect(Collectors.toList());
            System.out.println(new Thumbnails(target).processAll(photos) + " pictures written");
        }
    }
}
