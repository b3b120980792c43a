package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Experiment;
import dev.concur.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayOrderTest {

  @Test
  void large_gains_come_first_and_other_remedies_before_more_of_the_same() {
    List<String> order =
        PlayOrder.of(
                List.of(
                    Known.leaveItAlone(),
                    Known.computingOnCores(Kind.MATHS, 2),
                    Known.waitingOnThreads(),
                    Known.waitingOnVirtualThreads(),
                    Known.waitingAsync()),
                each -> 1)
            .stream()
            .map(Experiment::id)
            .toList();
    assertEquals(
        List.of(
            "waiting-on-virtual",
            "waiting-async",
            "waiting-on-threads",
            "computing-maths",
            "leave-it-alone"),
        order);
  }

  @Test
  void of_equal_gains_the_one_that_is_seen_sooner_comes_first() {
    Experiment slow = Known.waitingOnThreads();
    Experiment quick = Known.waitingAsync();
    assertEquals(
        List.of(quick, slow),
        PlayOrder.of(List.of(slow, quick), each -> each.equals(slow) ? 60 : 5));
  }
}
