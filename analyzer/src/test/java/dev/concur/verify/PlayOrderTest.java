package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Experiment;
import dev.concur.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayOrderTest {

  @Test
  void the_first_advice_comes_first_and_other_remedies_before_more_of_the_same() {
    assertEquals(
        List.of(
            "computing-maths",
            "waiting-on-virtual",
            "waiting-async",
            "computing-crypto",
            "waiting-on-threads"),
        order(
            Known.computingOnCores(Kind.MATHS, 2),
            Known.computingOnCores(Kind.CRYPTO, 2),
            Known.waitingOnThreads(),
            Known.waitingOnVirtualThreads(),
            Known.waitingAsync()));
  }

  @Test
  void what_is_said_to_gain_nothing_comes_last() {
    assertEquals(
        List.of("waiting-async", "leave-it-alone"),
        order(Known.leaveItAlone(), Known.waitingAsync()));
  }

  @Test
  void a_round_has_one_for_each_remedy() {
    List<List<Experiment>> rounds =
        PlayOrder.of(
            List.of(
                Known.computingOnCores(Kind.MATHS, 2),
                Known.computingOnCores(Kind.CRYPTO, 2),
                Known.leaveItAlone(),
                Known.waitingAsync()));

    assertEquals(List.of(2, 1, 1), rounds.stream().map(List::size).toList());
  }

  @Test
  void what_few_pairs_show_comes_before_what_takes_many_but_the_first_stays_the_first() {
    assertEquals(
        List.of("first", "waiting-async", "small"),
        order(
            saying("first", 1.2, Known.computingOnCores(Kind.MATHS, 2)),
            saying("small", 1.5, Known.shardsInsteadOfGil(2)),
            Known.waitingAsync()));
  }

  private static Experiment saying(String id, double predicted, Experiment of) {
    return new Experiment(
        id,
        of.title(),
        of.workload(),
        of.subject(),
        of.lock(),
        of.arms(),
        predicted,
        of.minimumRuntime());
  }

  private static List<String> order(Experiment... reported) {
    return PlayOrder.of(List.of(reported)).stream()
        .flatMap(List::stream)
        .map(Experiment::id)
        .toList();
  }
}
