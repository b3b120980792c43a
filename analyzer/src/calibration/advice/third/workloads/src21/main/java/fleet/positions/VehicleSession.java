package fleet.positions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The connection to one vehicle; a question at a time. */
public class VehicleSession implements AutoCloseable {
    private final String vehicle;
    private final Socket socket;
    private final BufferedReader in;
    private int questions;

    public VehicleSession(String vehicle, String host, int port) throws IOException {
        this.vehicle = vehicle;
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    public synchronized Position position() throws IOException {
        questions++;
        socket.getOutputStream().write(("POS " + vehicle + "\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        if (line == null) {
            throw new IOException(vehicle + " is gone after " + questions + " questions");
        }
        return Position.parse(vehicle, line);
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
    }
}
