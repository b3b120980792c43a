package dev.concur.read;

import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bodies of a program: packed, and as many of them open as there is room for. When there is no
 * room for another, those go that were not looked at since they were last considered (second
 * chance, Corbató 1968).
 */
final class Shelf {

  /**
   * The part of the heap that open bodies may take. Ours: with the least heap that is promised for
   * a hundred jars, what is not bodies takes more than half.
   */
  private static final int PART = 16;

  private record Opened(MethodFacts method, int bytes) {}

  /** The part of the heap that packed ones may take before they go to a file. */
  private static final int PACKED = 64;

  private final long room;
  private final Spill bytes;
  private final ArrayDeque<Opened> open = new ArrayDeque<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private long taken;

  /** One with room for so many bytes of open bodies. */
  Shelf(long room) {
    this.room = room;
    this.bytes = Spill.within(PACKED);
  }

  /** One that fits this JVM. */
  static Shelf forThisHeap() {
    return new Shelf(Room.part(PART));
  }

  /** The packed bodies. */
  Spill bytes() {
    return bytes;
  }

  /** A number for one more method of the program, from 0. */
  int number() {
    return numbers.getAndIncrement();
  }

  /**
   * Keeps an opened body until there is no room; answers the one that was opened first.
   *
   * @throws CancellationException when the thread was interrupted: whoever wanted the scan has
   *     given it up, and where bodies are opened is where one that lacks memory comes by all the
   *     time
   */
  synchronized Unpacked keep(MethodFacts method, Unpacked body) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
    Unpacked known = method.opened();
    if (known != null) {
      return known;
    }
    method.open(body);
    open.add(new Opened(method, body.bytes()));
    taken += body.bytes();
    while (taken > room && open.size() > 1) {
      Opened oldest = open.remove();
      if (oldest.method().wasAsked()) {
        open.add(oldest);
      } else {
        oldest.method().close();
        taken -= oldest.bytes();
      }
    }
    return body;
  }
}
