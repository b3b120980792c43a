package exam5.q35;

import com.sun.net.httpserver.HttpServer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** Draws contour tiles on demand and keeps the last ones. */
public class TileServer {

    record Tile(int zoom, int x, int y) {
        static Tile of(String path) {
            String[] p = path.split("/");
            return new Tile(Integer.parseInt(p[2]), Integer.parseInt(p[3]), Integer.parseInt(p[4].replace(".png", "")));
        }
    }

    private static final int KEEP = 500;
    private static final int SIZE = 512;

    private final Map<Tile, byte[]> cache = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEEP;
        }
    });

    byte[] tile(Tile tile) {
        return cache.computeIfAbsent(tile, TileServer::draw);
    }

    private static byte[] draw(Tile tile) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0x8a5a2b));
        g.setStroke(new BasicStroke(0.8f));
        SplittableRandom terrain = new SplittableRandom(tile.hashCode());
        for (int contour = 0; contour < 120; contour++) {
            Path2D line = new Path2D.Double();
            double x = terrain.nextDouble() * SIZE;
            double y = terrain.nextDouble() * SIZE;
            line.moveTo(x, y);
            for (int i = 0; i < 400; i++) {
                x += terrain.nextDouble() * 6 - 3;
                y += terrain.nextDouble() * 6 - 3;
                line.lineTo(x, y);
            }
            g.draw(line);
        }
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    public static void main(String[] args) throws IOException {
        TileServer tiles = new TileServer();
        HttpServer server = HttpServer.create(new InetSocketAddress(8070), 0);
        server.createContext("/tiles/", exchange -> {
            byte[] png = tiles.tile(Tile.of(exchange.getRequestURI().getPath()));
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, png.length);
            exchange.getResponseBody().write(png);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }
}
