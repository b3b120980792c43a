package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Verdict;
import dev.concur.advise.Workload;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a user's are really run here, in jailed JVMs, for the arguments that they give. */
class CaptureTest {

  private static final String TICKET = "(Lshop/Booth$Ticket;)J";
  private static final MethodRef CHECK = new MethodRef("shop.Booth", "check", TICKET);
  private static final MethodRef LATER = new MethodRef("shop.Booth", "checkLater", TICKET);
  private static final MethodRef UNASKED = new MethodRef("shop.Booth", "unasked", TICKET);
  private static final Workload SOME = Known.computing(10e3, 50, Kind.TEXT);

  @TempDir Path folder;
  private Booths booths;
  private VerifyRequest request;
  private final BenchmarkJdk jdk = BenchmarkJdks.search().preferred().orElseThrow();

  @BeforeEach
  void compile() throws IOException {
    booths = Booths.in(folder.resolve("booths"));
    request =
        VerifyRequest.into(folder.resolve("output"))
            .withClassPath(List.of(booths.classes()))
            .withGate(LoadGate.OPEN)
            .withBudget(Duration.ofSeconds(90));
  }

  @Test
  void what_only_a_test_can_give_is_taken_from_it() throws IOException {
    VerifyRequest asked = request.withTests(List.of(booths.tests()));
    CapturedCalls calls = Scouting.of(asked, jdk, List.of(CHECK, LATER, UNASKED));
    LiveCheck check = LiveCheck.of(driving(CHECK, SOME), asked, jdk, calls);
    assertEquals("", check.reason());
    // Two tests call it, in different ways; which call takes longer, and so is taken, is chance.
    String words = check.run().orElseThrow().inWords();
    assertTrue(words.startsWith("your own method with arguments of shop.BoothTest#"), words);
    LiveCheck later = LiveCheck.of(driving(LATER, Known.waiting(5e6, 20)), asked, jdk, calls);
    assertEquals("", later.reason());
    assertTrue(later.run().orElseThrow().waited() > 1e6, later.toString());
    String unasked = LiveCheck.of(driving(UNASKED, SOME), asked, jdk, calls).reason();
    assertTrue(
        unasked.contains(
            "not one of ours; not captured, since no test calls it (3 problems, first: shop.AnyBoothTest ended the JVM or took too long)"),
        unasked);
    assertFalse(Files.exists(Path.of("/concur-must-not-write-this")));
  }

  @Test
  void tests_are_not_run_unless_that_is_asked_for() throws IOException {
    assertEquals(CapturedCalls.NONE, Scouting.of(request, jdk, List.of(CHECK)));
    assertTrue(
        LiveCheck.of(driving(CHECK, SOME), request, jdk)
            .reason()
            .startsWith("made-up arguments end it with"));
    assertFalse(Files.exists(request.output().resolve("tests")));
  }

  @Test
  void a_verdict_comes_from_what_the_test_gave() {
    Verdict verdict =
        new Verifier(request.withTests(List.of(booths.tests())))
            .verify(List.of(driving(LATER, Known.waiting(5e6, 16))))
            .get("checkLater");
    Measurement measured =
        verdict.measured().orElseThrow(() -> new AssertionError(verdict.toString()));
    assertEquals(Fidelity.LIVE, measured.fidelity(), verdict.toString());
    assertTrue(
        verdict.reason().contains("arguments of shop.BoothTest#checks_later"), verdict.toString());
  }

  private static Experiment driving(MethodRef method, Workload workload) {
    Experiment plain =
        Known.experiment(
            method.name(),
            "Driving " + method.name(),
            workload,
            Known.arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
            Known.arm("advised", Role.ADVISED, Model.THREADS, LockState.NONE, Known.THREADS_16),
            2);
    return new Experiment(
        plain.id(), plain.title(), plain.workload(), Optional.of(method), "", plain.arms(), 2, 17);
  }
}
