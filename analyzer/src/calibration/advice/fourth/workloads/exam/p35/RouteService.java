package exam.p35;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Travel times on a city network of 60,000 crossings; delays are updated every ten seconds, queries come in all the time. */
public class RouteService {
    record Edge(int to, int seconds) { }

    static class Network {
        private final List<List<Edge>> edges = new ArrayList<>();
        private final int[] delay;

        Network(List<String> lines) {
            for (String line : lines) {
                List<Edge> out = new ArrayList<>();
                for (String e : line.split(" ")) {
                    int colon = e.indexOf(':');
                    out.add(new Edge(Integer.parseInt(e.substring(0, colon)), Integer.parseInt(e.substring(colon + 1))));
                }
                edges.add(out);
            }
            delay = new int[edges.size()];
        }

        synchronized void delays(int[] nodes, int[] seconds) {
            Arrays.fill(delay, 0);
            for (int i = 0; i < nodes.length; i++) {
                delay[nodes[i]] = seconds[i];
            }
        }

        synchronized int travelTime(int from, int to) {
            int[] best = new int[edges.size()];
            Arrays.fill(best, Integer.MAX_VALUE);
            best[from] = 0;
            PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
            queue.add(new long[] {0, from});
            while (!queue.isEmpty()) {
                long[] head = queue.poll();
                int node = (int) head[1];
                if (node == to) {
                    return best[node];
                }
                if (head[0] > best[node]) {
                    continue;
                }
                for (Edge e : edges.get(node)) {
                    int arrival = best[node] + e.seconds() + delay[e.to()];
                    if (arrival < best[e.to()]) {
                        best[e.to()] = arrival;
                        queue.add(new long[] {arrival, e.to()});
                    }
                }
            }
            return -1;
        }
    }

    public static void main(String[] args) throws IOException {
        Network network = new Network(Files.readAllLines(Path.of(args[0])));
        Path delays = Path.of(args[1]);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(() -> {
            try {
                int[][] f = Files.readAllLines(delays).stream()
                        .map(l -> Arrays.stream(l.split(" ")).mapToInt(Integer::parseInt).toArray()).toArray(int[][]::new);
                network.delays(Arrays.stream(f).mapToInt(x -> x[0]).toArray(), Arrays.stream(f).mapToInt(x -> x[1]).toArray());
            } catch (IOException e) {
                System.err.println(e);
            }
        }, 0, 10, TimeUnit.SECONDS);
        HttpServer server = HttpServer.create(new InetSocketAddress(8090), 100);
        server.createContext("/route", exchange -> {
            String[] q = exchange.getRequestURI().getQuery().split(",");
            byte[] answer = Integer.toString(network.travelTime(Integer.parseInt(q[0]), Integer.parseInt(q[1]))).getBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }
}
