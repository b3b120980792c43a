package dev.concur.advise;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchPredictionTest {

  private static final int CORES = 2;
  private static final Parameters METERS = new Parameters(33, 0, 0, 0, 0, 0);

  /** A call over the network under a lock, which 33 threads meet at. */
  private static final Experiment WAITING_OUT =
      experiment(
          network(330 * US),
          arm("asItIs", Model.THREADS, LockState.AS_IS),
          arm("outside", Model.THREADS, LockState.WAITING_OUTSIDE),
          32);

  @Test
  void tasks_that_begin_and_end_together_show_less_than_tasks_without_end() {
    // Measured on two quiet cores: 13.5x and 13.6x with 32 tasks.
    assertEquals(16.5, of(WAITING_OUT, WAITING_OUT.workload(), 32), .5);
  }

  @Test
  void readers_who_wait_side_by_side_begin_and_end_together_too() {
    Experiment readers =
        experiment(
            network(300 * US),
            arm("asItIs", Model.THREADS, LockState.AS_IS),
            arm("readers", Model.THREADS, LockState.PER_WORKER),
            31.9);

    // Measured on two quiet cores: 13.5x with 33 tasks, three times.
    assertEquals(16.6, of(readers, readers.workload(), 33), .8);
  }

  @Test
  void a_batch_shows_at_most_as_many_times_as_it_has_tasks() {
    double shown = of(WAITING_OUT, network(2 * US), 16);

    assertTrue(shown > 14 && shown < 16, "shown " + shown);
  }

  @Test
  void computing_on_all_cores_shows_as_much_in_a_batch() {
    Experiment computing =
        experiment(
            computing(2 * MS, 10_000),
            arm("asItIs", Model.SEQUENTIAL, LockState.NONE),
            arm("threads", Model.THREADS, LockState.NONE),
            1.84);

    assertEquals(1.84, of(computing, computing.workload(), 64), .06);
  }

  @Test
  void what_the_laws_know_nothing_of_stays_as_it_was_predicted() {
    Arm same = arm("asItIs", Model.SEQUENTIAL, LockState.NONE);
    Experiment twice = experiment(computing(2 * MS, 100), same, same, 2);
    Experiment slower = experiment(computing(2 * MS, 100), same, same, .7);

    assertEquals(2, of(twice, twice.workload(), 8), 1e-9);
    assertEquals(.7, of(slower, slower.workload(), 8), 1e-9);
  }

  private static double of(Experiment experiment, Workload played, int tasks) {
    return experiment.predictedOf(tasks, played, CORES);
  }

  private static Workload network(double computing) {
    return new Workload(
        Interval.ZERO,
        Interval.ZERO,
        Interval.of(computing),
        Interval.of(5 * MS),
        Interval.of(45),
        Set.of(Kind.NETWORK),
        Set.of());
  }

  private static Workload computing(double nanos, int tasks) {
    return new Workload(
        Interval.of(nanos),
        Interval.ZERO,
        Interval.ZERO,
        Interval.ZERO,
        Interval.of(tasks),
        Set.of(),
        Set.of(Kind.MATHS));
  }

  private static Arm arm(String id, Model model, LockState lock) {
    return new Arm(id, Role.ADVISED, model, lock, METERS);
  }

  private static Experiment experiment(
      Workload workload, Arm baseline, Arm advised, double predicted) {
    return new Experiment(
        "id", "", workload, Optional.empty(), "", List.of(baseline, advised), predicted, 17);
  }
}
