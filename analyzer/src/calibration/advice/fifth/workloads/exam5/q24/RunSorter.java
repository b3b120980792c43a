package exam5.q24;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** First pass of the external sort: sorts each chunk file (part-000 ... part-199) for itself. */
public class RunSorter {

    static final int CHUNKS = 200;
    static final int PER_CHUNK = 4_000_000;

    final Path directory;

    RunSorter(Path directory) {
        this.directory = directory;
    }

    static long[] load(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(PER_CHUNK * Long.BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) { }
            bytes.flip();
            LongBuffer longs = bytes.asLongBuffer();
            long[] keys = new long[longs.remaining()];
            longs.get(keys);
            return keys;
        }
    }

    static void store(Path file, long[] keys) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * Long.BYTES);
        bytes.asLongBuffer().put(keys);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    void sortChunk(int number) throws IOException {
        String name = String.format("%03d", number);
        long[] keys = load(directory.resolve("part-" + name));
        Arrays.sort(keys);
        store(directory.resolve("run-" + name), keys);
    }

    void sortAll() throws IOException {
        int number = 0;
        do {
            sortChunk(number);
        } while (++number < CHUNKS);
    }

    public static void main(String[] args) throws IOException {
        new RunSorter(Path.of(args[0])).sortAll();
    }
}
