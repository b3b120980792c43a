package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.CollectorOverhead.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorOverheadTest {

  private static final long MINUTE = 60_000;

  @Test
  void a_scan_that_hardly_does_anything_but_collect_is_ended_after_a_window() {
    assertEquals(
        OptionalLong.of(20_000), ends(at -> new Sample(at, at / 500, at * 85 / 100, 0.95)));
  }

  @Test
  void a_scan_that_collects_much_and_gets_on_is_left_alone() {
    assertEquals(OptionalLong.empty(), ends(at -> new Sample(at, at / 500, at * 75 / 100, 0.95)));
  }

  @Test
  void a_scan_that_collects_in_a_heap_with_room_is_left_alone_for_a_while() {
    assertEquals(OptionalLong.of(3 * MINUTE), ends(at -> new Sample(at, at / 500, at, 0.85)));
  }

  @Test
  void a_step_that_collects_for_two_minutes_in_a_heap_with_room_may_pass() {
    long step = 2 * MINUTE;
    assertEquals(
        OptionalLong.empty(),
        ends(at -> new Sample(at, at / 500, Math.min(at, step) * 85 / 100, 0.85)));
  }

  @Test
  void what_is_full_is_read_from_this_jvm() {
    System.gc();
    Sample now = Sample.now();

    assertTrue(now.collections() > 0, now + "");
    assertTrue(now.taken() > 0 && now.taken() < 1, now + "");
  }

  @Test
  void what_was_quick_before_does_not_excuse_what_is_slow_now() {
    assertEquals(
        OptionalLong.of(MINUTE + 20_000),
        ends(
            at ->
                at < MINUTE
                    ? new Sample(at, at / MINUTE, 0, 0.5)
                    : new Sample(at, at / 500, (at - MINUTE) * 95 / 100, 0.95)));
  }

  @Test
  void a_short_burst_of_collections_is_left_alone() {
    long burst = 15_000;
    assertEquals(
        OptionalLong.empty(),
        ends(at -> new Sample(at, Math.min(at, burst) / 500, Math.min(at, burst), 0.95)));
  }

  @Test
  void few_slow_collections_are_left_alone() {
    long each = 30_000;
    assertEquals(OptionalLong.empty(), ends(at -> slow(Math.min(at / each, 4), each, at)));
    assertEquals(OptionalLong.of(5 * each), ends(at -> slow(at / each, each, at)));
  }

  private static Sample slow(long collections, long each, long at) {
    return new Sample(at, collections, collections * each, 0.95);
  }

  /** When a scan of five minutes is ended that is looked at every second. */
  private static OptionalLong ends(LongFunction<Sample> sampled) {
    CollectorOverhead overhead = new CollectorOverhead();
    return LongStream.rangeClosed(0, 5 * MINUTE / 1_000)
        .map(second -> second * 1_000)
        .filter(at -> overhead.exceededAt(sampled.apply(at)))
        .findFirst();
  }

  @Test
  void a_scan_that_does_not_get_on_says_how_much_heap_it_wants_and_is_let_go_of(
      @TempDir Path folder) throws Exception {
    CountDownLatch let = new CountDownLatch(1);
    Progress stuck =
        (what, done, all) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            let.countDown();
            throw new IllegalStateException(e);
          }
        };
    AtomicLong clock = new AtomicLong();
    Scan scan =
        new Scan(
            new Settings().paths(List.of(folder.toString())).progress(stuck).request(),
            () -> {
              long at = clock.getAndAdd(20_000);
              return new Sample(at, at / 500, at, 1);
            });

    NotEnoughMemory failure = assertThrows(NotEnoughMemory.class, scan::run);
    assertTrue(failure.getMessage().contains("CONCUR_JAVA_OPTS=-Xmx"), failure.getMessage());
    assertTrue(let.await(1, TimeUnit.MINUTES), "it is interrupted");
  }
}
