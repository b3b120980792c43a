package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.LinkedHashSet;
import java.util.Set;

/** The methods of a generated benchmark that run one task, one for each way of locking. */
final class TaskSource {

  private static final int MOST_COPIES = 64;

  private final Experiment experiment;
  private final StandIn standIn;
  private final int cores;
  private final boolean live;

  TaskSource(Experiment experiment, StandIn standIn, int cores, boolean live) {
    this.experiment = experiment;
    this.standIn = standIn;
    this.cores = cores;
    this.live = live;
  }

  /** The methods of all arms. */
  String text() {
    Set<String> written = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    for (Arm arm : experiment.arms()) {
      String name = ArmFrame.taskOf(arm);
      if (arm.model() != Model.ASYNC && written.add(name)) {
        text.append('\n').append(task(arm, name));
      }
    }
    if (!live && experiment.arms().stream().anyMatch(TaskSource::asyncUnderLock)) {
      text.append('\n').append(underLock());
    }
    return text.toString();
  }

  private static boolean asyncUnderLock(Arm arm) {
    return arm.model() == Model.ASYNC
        && (arm.lock() == LockState.AS_IS || arm.lock() == LockState.WAITING_OUTSIDE);
  }

  private String liveTask(Arm arm, String name) {
    String run =
        switch (arm.lock()) {
          case NONE, AS_IS -> "run(worker)";
          case PER_WORKER -> "runAlone(worker, " + copies(standIn.inFlight(arm, cores)) + ")";
          case STRIPED -> "runStriped(task, worker, " + copies(ArmSizes.stripes(arm)) + ")";
          case WAITING_OUTSIDE -> "runWaitingOutside(worker)";
          case NARROWED -> "runNarrowed(worker)";
          case COMPUTING_OUTSIDE ->
              throw new IllegalArgumentException("an arm that cannot be played live: " + arm.id());
        };
    return "  long "
        + name
        + "(int task, int worker) {\n    return LiveTask.prepared()."
        + run
        + ";\n  }\n";
  }

  /** Copies of all classes: each costs heap and warming up, so for computing a few must do. */
  private int copies(double wanted) {
    int most = standIn.mostlyWaits() ? MOST_COPIES : 4 * cores;
    return (int) Math.min(most, Math.max(1, wanted));
  }

  private String task(Arm arm, String name) {
    if (live) {
      return liveTask(arm, name);
    }
    String compute = arm.model() == Model.NATIVE ? "work.computeVectorised" : "work.compute";
    String outside =
        statement(standIn.cpu() > 0, "sum += " + compute + "(task, rounds);")
            + statement(standIn.waiting() > 0, "pause(waitNanos);");
    String heldCpu = statement(standIn.heldCpu() > 0, "sum += " + compute + "(task, heldRounds);");
    String heldWait = statement(standIn.heldWaiting() > 0, "pause(heldWaitNanos);");
    String body =
        switch (arm.lock()) {
          case NONE -> outside + heldCpu + heldWait;
          case AS_IS -> outside + under("lock", heldCpu + heldWait);
          case WAITING_OUTSIDE -> outside + under("lock", heldCpu) + heldWait;
          case NARROWED -> outside + heldCpu + heldWait + under("lock", "");
          case COMPUTING_OUTSIDE -> outside + under("lock", heldWait) + heldCpu;
          case STRIPED ->
              outside + under("locks[task % " + ArmSizes.stripes(arm) + "]", heldCpu + heldWait);
          case PER_WORKER -> outside + under("locks[worker % locks.length]", heldCpu + heldWait);
        };
    return "  long "
        + name
        + "(int task, int worker) {\n    long sum = task;\n"
        + body
        + "    return sum;\n  }\n";
  }

  private static String under(String lock, String body) {
    return "    Guarded state = "
        + lock
        + ";\n    synchronized (state) {\n"
        + body.indent(2)
        + "      state.shared += sum;\n    }\n";
  }

  private static String statement(boolean there, String code) {
    return there ? "    " + code + "\n" : "";
  }

  private String underLock() {
    return """
          long underLock(int task, boolean waiting) {
            long sum = 0;
            synchronized (lock) {
        %s      lock.shared += sum;
            }
            return sum;
          }
        """
        .formatted(
            statement(standIn.heldCpu() > 0, "  sum += work.compute(task, heldRounds);")
                + (standIn.heldWaiting() > 0
                    ? "      if (waiting) {\n        pause(heldWaitNanos);\n      }\n"
                    : ""));
  }
}
