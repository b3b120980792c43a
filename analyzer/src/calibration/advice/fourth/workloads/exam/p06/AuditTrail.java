package exam.p06;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Collects audit records from up to 64 connected agents; a record is acknowledged only when it is safely on disk. */
public class AuditTrail {

    static final class DurableLog implements AutoCloseable {
        private final FileChannel channel;
        private long sequence;

        DurableLog(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }

        /** Returns once the record cannot be lost any more. */
        synchronized long append(String source, String text) throws IOException {
            long number = ++sequence;
            String line = number + " " + Instant.now() + " " + source + " " + text + "\n";
            ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
            return number;
        }

        @Override public synchronized void close() throws IOException {
            channel.close();
        }
    }

    private final DurableLog log;

    AuditTrail(DurableLog log) {
        this.log = log;
    }

    void serve(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String source = socket.getRemoteSocketAddress().toString();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long number = log.append(source, line);
                socket.getOutputStream().write(("OK " + number + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            System.err.println("agent lost: " + e);
        }
    }

    public static void main(String[] args) throws IOException {
        ExecutorService connections = Executors.newFixedThreadPool(64);
        try (DurableLog log = new DurableLog(Path.of(args.length > 0 ? args[0] : "audit.log"));
             ServerSocket server = new ServerSocket(7070)) {
            AuditTrail trail = new AuditTrail(log);
            while (true) {
                Socket socket = server.accept();
                connections.submit(() -> trail.serve(socket));
            }
        }
    }
}
