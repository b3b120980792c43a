package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {

  private static final long KIB = 1_024;

  /** Long enough for several chunks, one of them larger than chunks are. */
  private static final int TIMES = 2_000;

  private static final int LARGE = 300_000;

  @Test
  void what_has_no_room_in_the_heap_comes_back_from_a_file(@TempDir Path folder) {
    Spill spill = new Spill(300 * KIB, folder);
    comesBack(spill);

    assertEquals(256 * KIB, spill.inHeap());
  }

  @Test
  void with_room_there_is_no_file(@TempDir Path folder) {
    Spill spill = new Spill(Long.MAX_VALUE, folder);
    comesBack(spill);

    assertTrue(spill.inHeap() > 1_000 * KIB, spill.inHeap() + " bytes");
  }

  @Test
  void the_file_has_no_name(@TempDir Path folder) throws IOException {
    comesBack(new Spill(0, folder));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void where_no_file_can_be_made_all_stays_in_the_heap(@TempDir Path folder) {
    Spill spill = new Spill(0, folder.resolve("missing"));
    comesBack(spill);

    assertTrue(spill.inHeap() > 1_000 * KIB, spill.inHeap() + " bytes");
  }

  @Test
  void what_was_written_before_a_thread_was_given_up_comes_back(@TempDir Path folder) {
    Spill spill = new Spill(0, folder);
    List<Integer> before = added(spill);
    Thread.currentThread().interrupt();
    List<Integer> after;
    try {
      after = added(spill);
    } finally {
      assertTrue(Thread.interrupted(), "it stays interrupted");
    }

    assertSame(spill, before);
    assertSame(spill, after);
  }

  private static void comesBack(Spill spill) {
    assertSame(spill, added(spill));
  }

  private static List<Integer> added(Spill spill) {
    List<Integer> begins = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      byte[] bytes = bytes(i);
      begins.add(spill.add(Arrays.copyOf(bytes, bytes.length + 7), bytes.length));
    }
    return begins;
  }

  private static void assertSame(Spill spill, List<Integer> begins) {
    for (int i = begins.size() - 1; i >= 0; i--) {
      assertArrayEquals(bytes(i), spill.get(begins.get(i)), "no. " + i);
    }
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[number == TIMES / 2 ? LARGE : number % 1_000];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
