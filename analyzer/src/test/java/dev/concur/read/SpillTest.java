package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
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
  void where_an_open_file_keeps_its_name_it_is_read_and_not_mapped(@TempDir Path folder)
      throws IOException {
    List<FileChannel> opened = new ArrayList<>();
    Spill spill = new Spill(0, folder, file -> keepingItsName(file, opened));
    long mapped = mapped();
    comesBack(spill);

    assertTrue(mapped() <= mapped, "a file that is mapped cannot be deleted there");
    assertTrue(spill.inHeap() < 2 * KIB * 256, spill.inHeap() + " bytes");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    opened.get(0).close();
  }

  @Test
  void what_is_read_from_a_file_with_a_name_ends_when_the_scan_is_given_up(@TempDir Path folder)
      throws IOException {
    List<FileChannel> opened = new ArrayList<>();
    Spill spill = new Spill(0, folder, file -> keepingItsName(file, opened));
    int begin = added(spill).get(0);
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> spill.get(begin));
    } finally {
      assertTrue(Thread.interrupted(), "it stays interrupted");
    }
    assertThrows(CancellationException.class, () -> spill.get(begin));
    assertFalse(opened.get(0).isOpen());
  }

  /** As on Windows, where the name goes when the file is closed. */
  private static FileChannel keepingItsName(Path file, List<FileChannel> opened)
      throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    opened.add(channel);
    return channel;
  }

  private static long mapped() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("mapped"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }

  @Test
  void a_file_that_cannot_be_opened_is_not_left_behind(@TempDir Path folder) throws IOException {
    Spill spill =
        new Spill(
            0,
            folder,
            file -> {
              throw new UnsupportedOperationException();
            });
    comesBack(spill);

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
