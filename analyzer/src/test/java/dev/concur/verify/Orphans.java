package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main program of a JVM that verifies until it is killed. */
final class Orphans {

  private Orphans() {}

  /** Arguments: {@code probe} or {@code workers}, folder for output. */
  public static void main(String[] arguments) {
    boolean probe = arguments[0].equals("probe");
    int wanted = probe ? 1 : 4;
    Thread watch = new Thread(() -> sayWhenUp(wanted));
    watch.setDaemon(true);
    watch.start();
    Experiment experiment = probe ? hanging() : Known.processesInsteadOfGil(2);
    new Verifier(
            VerifyRequest.into(Path.of(arguments[1]))
                .withGate(LoadGate.OPEN)
                .withBudget(Duration.ofMinutes(5))
                .withClassPath(LiveCheckTest.ownClassPath()))
        .verify(List.of(experiment));
  }

  /** Two workers and the two processes of one of them, or the one that probes. */
  private static void sayWhenUp(int wanted) {
    while (ProcessHandle.current().descendants().count() < wanted) {
      Thread.onSpinWait();
    }
    System.out.println("up");
  }

  private static Experiment hanging() {
    Experiment shape = Known.computingOnCores(Kind.TEXT, 2);
    List<Arm> arms = shape.arms();
    return new Experiment(
        "hanging",
        "A call that does not return",
        shape.workload(),
        Optional.of(new MethodRef(Driven.class.getName(), "hangs", "()V")),
        "",
        arms,
        2,
        17);
  }
}
