package exam.p36;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Queries the stock levels of 9,000 articles from the warehouse controller (100 ms an answer; it accepts 32 connections). */
public class DeviceGateway {

    /** One telnet-like session: a line out, a line back. */
    static class Session implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Session(String host, int port) {
            try {
                socket = new Socket(host, port);
                socket.setTcpNoDelay(true);
                in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized String request(String command) throws IOException {
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            String line = in.readLine();
            if (line == null) {
                throw new IOException("session closed by controller");
            }
            return line;
        }

        @Override public void close() throws IOException {
            socket.close();
        }
    }

    private final Session session;

    DeviceGateway(Session session) {
        this.session = session;
    }

    int stock(String article) throws IOException {
        String answer = session.request("STOCK " + article);
        return answer.startsWith("ERR") ? 0 : Integer.parseInt(answer.substring(answer.lastIndexOf(' ') + 1));
    }

    Map<String, Integer> stocks(List<String> articles) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Integer>> queries = articles.stream()
                    .map(a -> (Callable<Integer>) () -> stock(a))
                    .collect(Collectors.toList());
            Map<String, Integer> result = new TreeMap<>();
            int i = 0;
            for (Future<Integer> f : threads.invokeAll(queries)) {
                result.put(articles.get(i++), f.get());
            }
            return result;
        } finally {
            threads.shutdown();
        }
    }

    public static void main(String[] args) throws Exception {
        try (Session session = new Session(args[0], 2323)) {
            new DeviceGateway(session).stocks(Files.readAllLines(Path.of(args[1]))).forEach((a, n) -> System.out.println(a + " " + n));
        }
    }
}
