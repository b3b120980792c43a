package exam5.q38;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Statistics over packet captures (fixed records of 16 bytes, a thread per capture file of 2 GB). */
public class PacketStatistics {

    static class Counters {
        private long packets;
        private long bytes;
        private long fragments;

        synchronized void packet() {
            packets++;
        }

        synchronized void bytes(int n) {
            bytes += n;
        }

        synchronized void fragment() {
            fragments++;
        }

        @Override
        public synchronized String toString() {
            return packets + " packets, " + bytes + " bytes, " + fragments + " fragments";
        }
    }

    private final Counters counters = new Counters();

    void read(Path capture) throws IOException {
        try (FileChannel channel = FileChannel.open(capture, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.remaining() >= 16) {
                    buffer.getLong();
                    int flags = buffer.getInt();
                    int length = buffer.getInt();
                    counters.packet();
                    counters.bytes(length);
                    if ((flags & 0x2000) != 0) {
                        counters.fragment();
                    }
                }
                buffer.compact();
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        PacketStatistics statistics = new PacketStatistics();
        List<Thread> readers = new ArrayList<>();
        for (String name : args) {
            Thread reader = new Thread(() -> {
                try {
                    statistics.read(Path.of(name));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, name);
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        System.out.println(statistics.counters);
    }
}
