package dev.concur.advise;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured, enough to judge it again.
 *
 * @param fidelity whether the user's own method ran or a stand-in of the same shape
 * @param cores cores used
 * @param jdk version of the JVM that ran it
 * @param speedup advised over baseline, ratio of throughputs
 * @param low lower end of its interval
 * @param high upper end
 * @param promised speedup that was predicted for the batch that ran, which may have fewer tasks to
 *     run together than the workload
 * @param confidenceLevel of that interval, 0..1
 * @param seconds wall time spent
 * @param pairs JVM pairs, the unit of replication
 * @param looks times the data were looked at
 * @param alpha false-effect rate that was allowed over all looks
 * @param load run-delay share while measuring, 0..1; empty when the system does not tell
 * @param stubs calls that were replaced by waits
 * @param witness lock or pin that the flight recorder saw and whether it is the accused one, or
 *     empty
 * @param source generated benchmark, path relative to the output folder
 * @param rerun command that runs it again
 * @param arms throughput of every arm
 */
public record Measurement(
    Fidelity fidelity,
    int cores,
    String jdk,
    double speedup,
    double low,
    double high,
    double promised,
    double confidenceLevel,
    double seconds,
    int pairs,
    int looks,
    double alpha,
    OptionalDouble load,
    List<String> stubs,
    String witness,
    String source,
    String rerun,
    List<ArmResult> arms) {
  public Measurement {
    stubs = List.copyOf(stubs);
    arms = List.copyOf(arms);
  }

  /** How close the benchmark is to the user's code. */
  public enum Fidelity {
    /** The user's own method runs. */
    LIVE,
    /** A stand-in with the same shape runs. */
    MODELLED
  }

  /** Throughput of one arm, tasks per second with its interval over pairs. */
  public record ArmResult(Arm arm, double opsPerSecond, double low, double high, int samples) {}
}
