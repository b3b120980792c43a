package exam5.q05;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Line protocol of the old terminals on port 4100; asks the booking host and passes its record on. */
public class LegacyBridge {

    private static final int RECORD = 128;

    private final String host;
    private final int port;
    private volatile boolean running = true;

    public LegacyBridge(String host, int port) {
        this.host = host;
        this.port = port;
    }

    public void listen(int localPort) throws IOException {
        try (ServerSocket server = new ServerSocket(localPort, 500)) {
            while (running) {
                Socket terminal = server.accept();
                try {
                    serve(terminal);
                } catch (IOException e) {
                    System.err.println(terminal.getRemoteSocketAddress() + " " + e);
                } finally {
                    terminal.close();
                }
            }
        }
    }

    private void serve(Socket terminal) throws IOException {
        terminal.setSoTimeout(10_000);
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = terminal.getOutputStream();
        String line;
        while ((line = in.readLine()) != null && !line.equals("QUIT")) {
            out.write(ask(line));
            out.write('\n');
            out.flush();
        }
    }

    private byte[] ask(String command) throws IOException {
        try (Socket booking = new Socket(host, port)) {
            OutputStream out = booking.getOutputStream();
            out.write(String.format("%-32s", command).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = booking.getInputStream();
            byte[] record = new byte[RECORD];
            int length = in.readNBytes(record, 0, RECORD);
            if (length < RECORD) {
                throw new IOException("short record: " + length);
            }
            return record;
        }
    }

    public void stop() {
        running = false;
    }

    public static void main(String[] args) throws IOException {
        new LegacyBridge("booking.internal", 7001).listen(4100);
    }
}
