package dev.concur.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once and read again by where they begin: in the heap as long as there is
 * room, from then on in a file, of which the system keeps in memory what it sees fit.
 *
 * <p>The file is made in {@code java.io.tmpdir} when there is no more room. It loses its name at
 * once (on Windows when it is closed), so that it is gone with the process however that ends, and
 * before that when nobody reaches what was written any more. Where none can be made, or it cannot
 * grow, all stays in the heap. At most 2 GiB.
 */
public final class Spill {

  /** Bytes that are moved at once. What is larger has a chunk of its own. */
  private static final int CHUNK = 1 << 18;

  private final long room;
  private final Path folder;

  /** In the heap, or parts of the file; only the last one is written to. */
  private final List<ByteBuffer> chunks = new ArrayList<>();

  private long inHeap;
  private @Nullable FileChannel file;
  private boolean noFile;

  /** One with room for so many bytes in the heap, and a file in this folder for more. */
  Spill(long room, Path folder) {
    this.room = room;
    this.folder = folder;
  }

  /**
   * One that may take a part of the heap.
   *
   * @param part 8 for an eighth
   */
  public static Spill within(int part) {
    return new Spill(Room.part(part), Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Keeps the first so many of these bytes; answers where they begin. */
  public synchronized int add(byte[] bytes, int size) {
    int last = chunks.size() - 1;
    if (last < 0 || chunks.get(last).remaining() < Integer.BYTES + size) {
      if (last >= 0) {
        settle(last);
      }
      chunks.add(ByteBuffer.allocate(Math.max(CHUNK, Integer.BYTES + size)));
      last++;
    }
    ByteBuffer to = chunks.get(last);
    int begin = Math.addExact(Math.multiplyExact(last, CHUNK), to.position());
    to.putInt(size).put(bytes, 0, size);
    return begin;
  }

  /** The bytes that begin here. */
  public synchronized byte[] get(int begin) {
    ByteBuffer from = chunks.get(begin / CHUNK);
    int at = begin % CHUNK;
    byte[] bytes = new byte[from.getInt(at)];
    from.get(at + Integer.BYTES, bytes);
    return bytes;
  }

  /** How many bytes are in the heap, beside what is being written. */
  synchronized long inHeap() {
    return inHeap;
  }

  /** Nothing more is written to a chunk. */
  private void settle(int last) {
    ByteBuffer full = chunks.get(last);
    if (inHeap + full.capacity() > room && !noFile) {
      try {
        chunks.set(last, moved(full.clear()));
        return;
      } catch (IOException | UnsupportedOperationException e) {
        // No folder, no space, or who wanted the scan has given it up: it goes on without.
        noFile = true;
      }
    }
    inHeap += full.capacity();
  }

  private ByteBuffer moved(ByteBuffer chunk) throws IOException {
    FileChannel to = file;
    if (to == null) {
      to =
          FileChannel.open(
              Files.createTempFile(folder, "concur", ".tmp"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = to;
    }
    long begin = to.position();
    while (chunk.hasRemaining()) {
      to.write(chunk);
    }
    return to.map(FileChannel.MapMode.READ_ONLY, begin, chunk.capacity());
  }
}
