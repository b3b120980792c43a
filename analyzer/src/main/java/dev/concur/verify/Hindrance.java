package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.List;
import java.util.Optional;

/** What keeps an experiment from being run at all. */
final class Hindrance {

  private Hindrance() {}

  static Optional<String> of(Experiment experiment, BenchmarkJdk jdk) {
    List<Arm> judged = experiment.arms().subList(0, Math.min(2, experiment.arms().size()));
    if (judged.size() < 2) {
      return Optional.of("the advice names no second way to compare with");
    }
    if (experiment.minimumRuntime() > jdk.feature()) {
      return Optional.of(
          "it needs JDK " + experiment.minimumRuntime() + " or newer; found " + jdk.version());
    }
    if (experiment.advised().model() == Model.FIX) {
      return Optional.of("a defect to mend: there is no speedup to measure");
    }
    boolean vectorised = judged.stream().anyMatch(arm -> arm.model() == Model.NATIVE);
    if (vectorised && !jdk.has("jdk.incubator.vector")) {
      return Optional.of("JDK " + jdk.version() + " has no module jdk.incubator.vector");
    }
    if (vectorised && !BenchmarkSource.kernelOf(experiment).hasVectorised()) {
      return Optional.of(
          "there is no vectorised stand-in for computing of this kind: "
              + BenchmarkSource.kernelOf(experiment).name().toLowerCase(java.util.Locale.ROOT));
    }
    if (experiment.workload().total().isZero()) {
      return Optional.of("what a task costs is not known, so there is nothing to model");
    }
    return Optional.empty();
  }
}
