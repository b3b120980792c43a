package exam.p44;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves the avatars of 40,000 forum users and fetches each once from its origin (about 250 ms). */
public class AvatarProxy {
    private static final byte[] NONE = new byte[0];

    private final ConcurrentMap<String, byte[]> avatars = new ConcurrentHashMap<>(1 << 17);
    private final String origin;

    AvatarProxy(String origin) {
        this.origin = origin;
    }

    private byte[] fetch(String user) {
        try (InputStream in = new URL(origin + "/" + user + ".png").openStream()) {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream(8192);
            in.transferTo(buffer);
            return buffer.toByteArray();
        } catch (IOException e) {
            return NONE;
        }
    }

    byte[] avatar(String user) {
        byte[] known = avatars.get(user);
        return known != null ? known : avatars.computeIfAbsent(user, this::fetch);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] image = avatar(path.substring(path.lastIndexOf('/') + 1));
        if (image.length == 0) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, image.length);
            exchange.getResponseBody().write(image);
        }
        exchange.close();
    }

    public static void main(String[] args) throws IOException {
        AvatarProxy proxy = new AvatarProxy(args[0]);
        ThreadPoolExecutor handlers = new ThreadPoolExecutor(200, 200, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Executors.defaultThreadFactory());
        HttpServer server = HttpServer.create(new InetSocketAddress(8100), 1000);
        server.createContext("/avatar/", proxy::serve);
        server.setExecutor(handlers);
        server.start();
    }
}
