package exam5.q31;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class LoginServer {

    static class Passwords {
        static final int ROUNDS = 120_000;
        private static long checks;

        static synchronized boolean matches(char[] password, byte[] salt, byte[] expected) throws GeneralSecurityException {
            checks++;
            PBEKeySpec spec = new PBEKeySpec(password, salt, ROUNDS, 256);
            try {
                byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
                return MessageDigest.isEqual(hash, expected);
            } finally {
                spec.clearPassword();
            }
        }

        static synchronized long checks() {
            return checks;
        }
    }

    private final Map<String, String[]> users = new ConcurrentHashMap<>();

    LoginServer(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(":");
            users.put(parts[0], parts);
        }
    }

    boolean login(String name, String password) {
        String[] user = users.get(name);
        if (user == null) {
            return false;
        }
        try {
            return Passwords.matches(password.toCharArray(), HexFormat.of().parseHex(user[1]), HexFormat.of().parseHex(user[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void handle(HttpExchange exchange) throws IOException {
        String[] form = new String(exchange.getRequestBody().readAllBytes()).split("\n", 2);
        boolean ok = form.length == 2 && login(form[0], form[1]);
        exchange.sendResponseHeaders(ok ? 204 : 403, -1);
        exchange.close();
    }

    public static void main(String[] args) throws IOException {
        LoginServer login = new LoginServer(Path.of("users.txt"));
        HttpServer server = HttpServer.create(new InetSocketAddress(8443), 200);
        server.createContext("/login", login::handle);
        server.createContext("/checks", x -> {
            x.getResponseHeaders().set("X-Checks", Long.toString(Passwords.checks()));
            x.sendResponseHeaders(204, -1);
            x.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }
}
