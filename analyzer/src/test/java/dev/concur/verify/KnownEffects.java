package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Verdict;
import dev.concur.model.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Plays the known experiments and prints what came of them: run by hand on a quiet machine. */
final class KnownEffects {

  private KnownEffects() {}

  /** Arguments: output folder, seconds, open or usual gate, then ids (none: all). */
  public static void main(String[] arguments) {
    int cores = Runtime.getRuntime().availableProcessors();
    List<String> ids = List.of(arguments).subList(3, arguments.length);
    List<Experiment> all =
        List.of(
            Known.waitingOnThreads(),
            Known.waitingOnVirtualThreads(),
            Known.waitingAsync(),
            Known.computingOnCores(Kind.MATHS, cores),
            Known.computingOnCores(Kind.CRYPTO, cores),
            Known.leaveItAlone(),
            Known.threadsUnderGil(cores),
            Known.shardsInsteadOfGil(cores),
            Known.waitingMovedOut(),
            Known.processesInsteadOfGil(cores),
            Known.vectorised());
    VerifyRequest request =
        VerifyRequest.into(Path.of(arguments[0]))
            .withBudget(Duration.ofSeconds(Long.parseLong(arguments[1])))
            .withGate(arguments[2].equals("open") ? LoadGate.OPEN : LoadGate.USUAL)
            .withListener(
                new VerifyListener() {
                  @Override
                  public void judged(Experiment experiment, Verdict verdict, int done, int of) {
                    System.out.println(
                        done
                            + "/"
                            + of
                            + " "
                            + experiment.id()
                            + ": "
                            + verdict.word()
                            + ": "
                            + verdict.reason());
                    verdict
                        .measured()
                        .ifPresent(
                            m ->
                                System.out.println(
                                    "    "
                                        + m.seconds()
                                        + " s, load "
                                        + m.load()
                                        + ", "
                                        + m.rerun()));
                  }
                });
    new Verifier(request)
        .verify(all.stream().filter(each -> ids.isEmpty() || ids.contains(each.id())).toList())
        .forEach(
            (id, verdict) ->
                verdict.measured().ifPresent(m -> System.out.println(id + " " + m.arms())));
  }
}
