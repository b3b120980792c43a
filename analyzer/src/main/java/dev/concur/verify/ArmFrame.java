package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Model;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * What the sources of all arms have in common: names, and the frame of a benchmark method.
 *
 * @param arm which arm it is
 * @param standIn one task in plain numbers
 * @param cores cores of this machine
 * @param className simple name of the generated class
 * @param live whether the user's own method runs
 */
record ArmFrame(Arm arm, StandIn standIn, int cores, String className, boolean live) {

  /** Names the generated class has for itself. */
  private static final Set<String> TAKEN =
      Set.of("work", "pause", "tasks", "lock", "locks", "done", "capacity", "shared", "main");

  private static final Map<LockState, String> TASK_NAMES =
      Map.of(
          LockState.NONE, "free",
          LockState.AS_IS, "asIs",
          LockState.WAITING_OUTSIDE, "waitingOutside",
          LockState.NARROWED, "narrowed",
          LockState.COMPUTING_OUTSIDE, "computingOutside",
          LockState.STRIPED, "striped",
          LockState.PER_WORKER, "perWorker");

  /** The name of an arm's benchmark method. */
  static String methodOf(Arm arm) {
    boolean free = SourceVersion.isName(arm.id()) && !TAKEN.contains(arm.id());
    return free ? arm.id() : arm.id().replaceAll("\\W", "_") + "Arm";
  }

  /** The method that runs one task the way this arm does. */
  static String taskOf(Arm arm) {
    String name = TASK_NAMES.getOrDefault(arm.lock(), "free");
    if (arm.lock() == LockState.STRIPED) {
      name += ArmSizes.stripes(arm);
    }
    return arm.model() == Model.NATIVE ? name + "Vectorised" : name;
  }

  /** The method that runs one task the way this arm does. */
  String task() {
    return taskOf(arm);
  }

  /**
   * The benchmark method.
   *
   * @param how it runs its tasks, in words
   * @param state its parameter, or empty
   * @param body its statements
   */
  String method(String how, String state, String body) {
    return """
          /** %s: %s%s. */
          @Benchmark
          public long %s(%s) throws Exception {
        %s  }
        """
        .formatted(
            arm.role().name().toLowerCase(java.util.Locale.ROOT),
            how,
            (arm.model() == Model.NATIVE ? ", in vector registers" : "") + lockWords(),
            methodOf(arm),
            state,
            body);
  }

  private String lockWords() {
    return switch (arm.lock()) {
      case NONE -> "";
      case AS_IS -> "; the lock as it is";
      case WAITING_OUTSIDE -> "; the waiting moved out of the lock";
      case NARROWED -> "; only a touch of shared state under the lock";
      case COMPUTING_OUTSIDE -> "; the computing moved out of the lock";
      case STRIPED -> "; " + ArmSizes.stripes(arm) + " locks instead of one";
      case PER_WORKER -> "; a lock and state of its own for each worker";
    };
  }

  /** The name of the class of the state it needs. */
  String stateName() {
    String method = methodOf(arm);
    return Character.toUpperCase(method.charAt(0)) + method.substring(1) + "State";
  }
}
