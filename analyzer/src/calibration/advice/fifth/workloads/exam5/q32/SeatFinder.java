package exam5.q32;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Free seats of a departure. The database answers in 10 to 20 ms and takes up to 100 sessions of this service. */
public class SeatFinder {

    private static class Database {
        private final Connection connection;
        private final PreparedStatement free;
        private final Semaphore turn = new Semaphore(1, true);

        Database(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
            connection.setReadOnly(true);
            free = connection.prepareStatement("select seat from seats where departure = ? and booking is null order by seat");
        }

        String freeSeats(long departure) throws SQLException {
            turn.acquireUninterruptibly();
            try {
                free.setLong(1, departure);
                StringBuilder seats = new StringBuilder();
                try (ResultSet rows = free.executeQuery()) {
                    while (rows.next()) {
                        seats.append(rows.getString(1)).append('\n');
                    }
                }
                return seats.toString();
            } finally {
                turn.release();
            }
        }
    }

    private final Database database;

    SeatFinder(Database database) {
        this.database = database;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String query = exchange.getRequestURI().getQuery();
            byte[] body = database.freeSeats(Long.parseLong(query.substring(query.indexOf('=') + 1))).getBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (SQLException e) {
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }

    public static void main(String[] args) throws Exception {
        SeatFinder finder = new SeatFinder(new Database("jdbc:oracle:thin:@//seats-db:1521/SEATS"));
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 300);
        server.createContext("/seats", finder::handle);
        server.setExecutor(Executors.newFixedThreadPool(64));
        server.start();
    }
}
