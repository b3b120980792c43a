package exam.p30;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Front of the booking system: on a Friday evening portals and terminals ask it for free rooms 900 times a second. */
public class AvailabilityServer {

    static class RoomsHandler implements HttpHandler {
        private final HttpClient backend = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final String backendUrl;

        RoomsHandler(String backendUrl) {
            this.backendUrl = backendUrl;
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            String query = exchange.getRequestURI().getRawQuery();
            try {
                byte[] answer = render(ask(query)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, answer.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer);
                }
            } catch (InterruptedException e) {
                exchange.sendResponseHeaders(503, -1);
            } finally {
                exchange.close();
            }
        }

        /** The reservation backend searches for 150 ms or so; it is sized for several hundred searches at a time. */
        private String ask(String query) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(backendUrl + "/search?" + query)).build();
            return backend.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }

        private static String render(String rows) {
            StringBuilder html = new StringBuilder("<table>");
            for (String row : rows.split("\n")) {
                html.append("<tr>");
                for (String cell : row.split(";")) {
                    html.append("<td>").append(cell.replace("<", "&lt;")).append("</td>");
                }
                html.append("</tr>");
            }
            return html.append("</table>").toString();
        }
    }

    static HttpServer start(int port, String backendUrl) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 500);
        server.createContext("/rooms", new RoomsHandler(backendUrl));
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(null);
        server.start();
        return server;
    }

    public static void main(String[] args) throws IOException {
        start(8080, args.length > 0 ? args[0] : "http://reservation:9000");
    }
}
