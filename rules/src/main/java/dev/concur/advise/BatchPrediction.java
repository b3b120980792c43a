package dev.concur.advise;

/** What is left of a prediction when only a batch of the tasks is run, and then nothing more. */
final class BatchPrediction {

  private BatchPrediction() {}

  /**
   * The predicted speedup, less what the laws say a batch loses: threads that have no task, and
   * tasks that begin and end together.
   *
   * @param played one task as it is played, which may differ from the workload of the experiment
   * @param tasks how many of them are in the batch
   */
  static double of(Experiment experiment, Workload played, int tasks, int cores) {
    if (experiment.predicted() <= 1) {
      return experiment.predicted();
    }
    Load all = Load.middle(experiment.workload());
    double whole =
        Laws.rate(advised(experiment, all), experiment.advised(), cores).perSecond()
            / Laws.rate(all, experiment.baseline(), cores).perSecond();
    Load batch = Load.middle(played).ofTasks(tasks);
    double shown =
        Laws.batchRate(advised(experiment, batch), experiment.advised(), cores).perSecond()
            / Laws.batchRate(batch, experiment.baseline(), cores).perSecond();
    return experiment.predicted() * Math.min(1, shown / whole);
  }

  private static Load advised(Experiment experiment, Load load) {
    return experiment.advised().model() == Model.NATIVE
        ? load.computingFaster(Laws.KERNEL_MIDDLE)
        : load;
  }
}
