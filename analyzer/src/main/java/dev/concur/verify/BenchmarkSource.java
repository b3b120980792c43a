package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.Map;
import java.util.Optional;

/**
 * The generated benchmark: one readable class that needs JMH and nothing else, with a benchmark
 * method for each arm.
 *
 * @param className simple name of the class
 * @param text its source
 */
record BenchmarkSource(String className, String text) {

  static final String PACKAGE = "concur.verify";

  /** The class's full name. */
  String qualifiedName() {
    return PACKAGE + "." + className;
  }

  /** Name of the generated class for an experiment of this id. */
  static String classNameOf(String id) {
    return "Advice_" + id.replaceAll("\\W", "_");
  }

  /** A stand-in of the same shape. */
  static BenchmarkSource of(Experiment experiment, StandIn standIn, Rounds rounds, int cores) {
    return new BenchmarkWriter(experiment, standIn, rounds, cores, Optional.empty()).write();
  }

  /** The user's own method. */
  static BenchmarkSource live(Experiment experiment, StandIn standIn, LiveRun run, int cores) {
    return new BenchmarkWriter(experiment, standIn, new Rounds(Map.of()), cores, Optional.of(run))
        .write();
  }

  /** The kernel an experiment computes with. */
  static Kernel kernelOf(Experiment experiment) {
    boolean vectorised = experiment.arms().stream().anyMatch(arm -> arm.model() == Model.NATIVE);
    return Kernel.of(experiment.workload().computes(), vectorised);
  }
}
