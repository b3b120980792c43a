package dev.concur.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once and read again by where they begin: in the heap as long as there is
 * room, from then on in a file, of which the system keeps in memory what it sees fit.
 *
 * <p>The file is made in {@code java.io.tmpdir} when there is no more room. Where a file that is
 * open can lose its name it does so at once, so that it is gone with the process however that ends,
 * and before that when nobody reaches what was written any more; what was written is mapped then.
 * Where it cannot, as on Windows, it is deleted when it is closed, which the end of the process
 * does as well; a file that is mapped could not be deleted there, so that it is read instead. Where
 * none can be made, or it cannot grow, all stays in the heap. At most 2 GiB.
 */
public final class Spill {

  /** Bytes that are moved at once. What is larger has a chunk of its own. */
  private static final int CHUNK = 1 << 18;

  private final long room;
  private final Path folder;
  private final Opening opening;

  /** In the heap, or parts of the file; only the last one is written to. */
  private final List<Chunk> chunks = new ArrayList<>();

  /** What is written to the last one. */
  private ByteBuffer last = ByteBuffer.allocate(0);

  private long inHeap;
  private @Nullable FileChannel file;
  private boolean named;
  private boolean noFile;

  /** Opens a new file for reading and writing. */
  interface Opening {
    FileChannel open(Path file) throws IOException;
  }

  private sealed interface Chunk {

    /** The bytes whose number begins here. */
    byte[] get(int at) throws IOException;

    /** In the heap, or mapped. */
    record InMemory(ByteBuffer bytes) implements Chunk {
      @Override
      public byte[] get(int at) {
        byte[] found = new byte[bytes.getInt(at)];
        bytes.get(at + Integer.BYTES, found);
        return found;
      }
    }

    /** In the file, from there on. */
    record InFile(FileChannel file, long begin) implements Chunk {
      @Override
      public byte[] get(int at) throws IOException {
        int size = read(at, Integer.BYTES).getInt(0);
        return read(at + Integer.BYTES, size).array();
      }

      private ByteBuffer read(int at, int size) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(size);
        while (to.hasRemaining()) {
          if (file.read(to, begin + at + to.position()) < 0) {
            throw new EOFException();
          }
        }
        return to;
      }
    }
  }

  /** One with room for so many bytes in the heap, and a file in this folder for more. */
  Spill(long room, Path folder) {
    this(room, folder, Spill::opened);
  }

  /** The same with a file that is opened so. */
  Spill(long room, Path folder, Opening opening) {
    this.room = room;
    this.folder = folder;
    this.opening = opening;
  }

  private static FileChannel opened(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
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
    if (last.remaining() < Integer.BYTES + size) {
      settle();
      last = ByteBuffer.allocate(Math.max(CHUNK, Integer.BYTES + size));
      chunks.add(new Chunk.InMemory(last));
    }
    int begin = Math.addExact(Math.multiplyExact(chunks.size() - 1, CHUNK), last.position());
    last.putInt(size).put(bytes, 0, size);
    return begin;
  }

  /**
   * The bytes that begin here.
   *
   * @throws CancellationException when the thread was interrupted, or another that read before
   */
  public synchronized byte[] get(int begin) {
    try {
      return chunks.get(begin / CHUNK).get(begin % CHUNK);
    } catch (ClosedChannelException e) {
      // An interrupt closes the channel: whoever wanted the scan has given it up.
      throw givenUp(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CancellationException givenUp(ClosedChannelException closed) {
    CancellationException failure = new CancellationException("given up");
    failure.initCause(closed);
    return failure;
  }

  /** How many bytes are in the heap, beside what is being written. */
  synchronized long inHeap() {
    return inHeap;
  }

  /** Nothing more is written to the last chunk. */
  private void settle() {
    if (chunks.isEmpty()) {
      return;
    }
    if (inHeap + last.capacity() > room && !noFile) {
      try {
        chunks.set(chunks.size() - 1, moved(last.clear()));
        return;
      } catch (IOException | UnsupportedOperationException e) {
        // No folder, no space, or who wanted the scan has given it up: it goes on without.
        noFile = true;
      }
    }
    inHeap += last.capacity();
  }

  private Chunk moved(ByteBuffer chunk) throws IOException {
    FileChannel to = file;
    if (to == null) {
      to = made();
      file = to;
    }
    long begin = to.position();
    while (chunk.hasRemaining()) {
      to.write(chunk);
    }
    return named
        ? new Chunk.InFile(to, begin)
        : new Chunk.InMemory(to.map(FileChannel.MapMode.READ_ONLY, begin, chunk.capacity()));
  }

  private FileChannel made() throws IOException {
    Path made = Files.createTempFile(folder, "concur", ".tmp");
    try {
      FileChannel opened = opening.open(made);
      named = Files.exists(made);
      if (named) {
        // For systems that neither take the name at once nor delete what is closed.
        made.toFile().deleteOnExit();
      }
      return opened;
    } catch (IOException | UnsupportedOperationException e) {
      Files.deleteIfExists(made);
      throw e;
    }
  }
}
