package dev.concur.advise;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws against what was measured on two quiet cores, JDK 17 and 25. */
class LawsTest {

  private static final int CORES = 2;

  @ParameterizedTest(name = "{0} threads under one lock held {1} us run at {2}x of one")
  @CsvSource({"2, .8, .73", "2, 16, .82", "2, 380, .97", "8, .8, .88", "8, 16, .86", "8, 380, .96"})
  void a_contended_lock_makes_computing_slower(int threads, double micros, double measured) {
    Load load = new Load(0, 0, micros * US, 0, 1_000, 1_000, 0, 1);

    double one = rate(load, threads(1, LockState.AS_IS));
    double many = rate(load, threads(threads, LockState.AS_IS));

    // The cost of handing tasks to the pool is in both, so the ratio is that of the lock.
    assertClose(measured, many / withoutHandOff(load, one), .04);
  }

  @Test
  void a_lock_held_for_a_moment_costs_what_it_takes_to_hand_it_over() {
    // A count in a map under a lock: one thread 26 million a second, two 5 million.
    Load load = new Load(0, 0, 38, 0, 100_000, 1_000, 0, 1);

    double two = rate(load, threads(2, LockState.AS_IS));

    assertClose(5e6, two, .2);
  }

  @Test
  void a_wait_of_a_moment_is_no_sleep_each_time() {
    Load draw = new Load(12, 0, 24, 0, 100_000, 1_000, 0, 1);
    Load noting = new Load(12, 1, 24, 0, 100_000, 1_000, 0, 1);

    Arm two = threads(2, LockState.PER_WORKER);
    assertClose(1, rate(noting, two) / rate(draw, two), .1);
  }

  private static double withoutHandOff(Load load, double one) {
    return Math.max(one, 1e9 / load.held());
  }

  @ParameterizedTest(name = "a task of {0} us in batches of {1} gains {2}x from two processes")
  @CsvSource({"20, 1, 1.07", "20, 64, 1.93", ".24, 1, .03", ".24, 1024, 1.49"})
  void processes_pay_by_the_batch(double micros, int batch, double measured) {
    Load load = new Load(micros * US, 0, 0, 0, 100_000, 1_000, 0, 1);
    Arm processes = arm(Model.PROCESSES, LockState.NONE, new Parameters(0, 0, batch, CORES, 0, 0));

    assertClose(measured, rate(load, processes) / rate(load, sequential()), .1);
  }

  @Test
  void waiting_under_a_lock_stays_at_one_whatever_the_number_of_threads() {
    Load load = new Load(0, 0, 10 * US, 5 * MS, 1_000, 1_000, 0, 1);
    double one = rate(load, threads(1, LockState.AS_IS));

    for (int threads : new int[] {2, 20, 200}) {
      assertClose(1, rate(load, threads(threads, LockState.AS_IS)) / one, .03);
    }
  }

  @Test
  void waiting_moved_out_of_the_lock_overlaps() {
    Load load = new Load(0, 0, 1 * US, 5 * MS, 1_000, 1_000, 0, 1);
    double one = rate(load, sequentialLocked());
    Arm threads = threads(200, LockState.WAITING_OUTSIDE);
    Arm virtual =
        arm(Model.VIRTUAL_THREADS, LockState.WAITING_OUTSIDE, new Parameters(0, 1_000, 0, 0, 0, 0));

    assertClose(195, rate(load, threads) / one, .05);
    assertClose(973, rate(load, virtual) / one, .05);
  }

  @Test
  void stripes_and_shards_use_both_cores() {
    Load load = new Load(0, 0, 16 * US, 0, 1_000, 1_000, 0, 1);
    double one = 1e9 / load.held();

    double striped =
        rate(load, arm(Model.THREADS, LockState.STRIPED, new Parameters(2, 0, 0, 0, 32, 0)));
    double shards = rate(load, threads(2, LockState.PER_WORKER));

    // Both were measured with a kernel that leaves nothing to collect: programs gain less.
    assertClose(1.97, striped / one, .08);
    assertClose(1.88, shards / one, .07);
  }

  @Test
  void the_common_pool_of_two_cores_is_one_thread() {
    Load load = new Load(1 * MS, 0, 0, 0, 1_000, 1_000, 0, 1);
    Arm common = threads(CORES - 1, LockState.NONE);

    assertClose(1, rate(load, common) / rate(load, sequential()), .01);
  }

  @Test
  void many_short_parks_cost_a_virtual_thread_a_fifth() {
    // 14 us of computing around a wait of 100 us, a thousand at once: computing binds, and parking
    // adds to it.
    Load load = new Load(14 * US, 100 * US, 0, 0, 1_000, 1_000, 0, 1);
    Arm virtual = arm(Model.VIRTUAL_THREADS, LockState.NONE, new Parameters(0, 1_000, 0, 0, 0, 0));
    double bound = CORES / (14 * US) * 1e9;

    assertClose(.8, rate(load, virtual) / bound, .1);
  }

  @Test
  void a_tiny_parallel_stream_is_slower_than_a_loop() {
    Load load = new Load(20, 0, 0, 0, 64, 1_000, 0, 1);
    Arm stream = arm(Model.THREADS, LockState.NONE, new Parameters(CORES, 0, 8, 0, 0, 0));

    assertTrue(rate(load, stream) < .5 * rate(load, sequential()));
  }

  private static void assertClose(double measured, double predicted, double tolerance) {
    assertEquals(0, Math.log(predicted / measured), tolerance, predicted + " for " + measured);
  }

  private static double rate(Load load, Arm arm) {
    return Laws.rate(load, arm, CORES).perSecond();
  }

  private static Arm sequential() {
    return arm(Model.SEQUENTIAL, LockState.NONE, Parameters.NONE);
  }

  private static Arm sequentialLocked() {
    return arm(Model.SEQUENTIAL, LockState.AS_IS, Parameters.NONE);
  }

  private static Arm threads(int size, LockState lock) {
    return arm(Model.THREADS, lock, new Parameters(size, 0, 0, 0, 0, 0));
  }

  private static Arm arm(Model model, LockState lock, Parameters sizes) {
    return new Arm("arm", Role.ALTERNATIVE, model, lock, sizes);
  }

  @Test
  void nothing_that_computes_gains_more_than_the_cores_and_no_wait_more_than_is_borne() {
    Load computing = new Load(50 * US, 0, 0, 0, 1_000, 1_000, 0, 1);
    Load waiting = new Load(0, 5 * MS, 0, 0, 1_000, 10, 0, 1);
    Load durable = new Load(0, 5 * MS, 0, 0, 1_000, 32, 0, Laws.DURABLE_OVERLAP);
    Arm alone = Baselines.sequential();
    Arm many = arm(Model.THREADS, LockState.NONE, new Parameters(200, 0, 0, 0, 0, 0));

    assertTrue(gain(computing, many, alone) <= 2);
    assertTrue(gain(waiting, many, alone) <= 10);
    assertTrue(gain(durable, many, alone) <= 10.8);
    assertTrue(gain(durable, many, alone) > 4);
  }

  private static double gain(Load load, Arm arm, Arm baseline) {
    return Laws.rate(load, arm, 2).perSecond() / Laws.rate(load, baseline, 2).perSecond();
  }
}
