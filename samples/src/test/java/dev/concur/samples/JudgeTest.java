package dev.concur.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Machine;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final SampleFile FILE =
      SampleFile.parse(
          "shop/Till.java",
          17,
          """
          class Till {
            synchronized void pay() { // expect: gil-io, gil-singleton [lock-change/narrow]
              ask();
            }
            int sum() { // label: light
              return 1;
            }
          }
          """);

  @Test
  void a_report_that_says_what_is_marked_agrees() {
    assertEquals(
        List.of(),
        judge(
            Demand.ALL,
            List.of(finding(3, "gil-io", "gil-singleton", "blocking-under-lock")),
            label(5, "sum", Bound.LIGHT)));
  }

  @Test
  void silence_where_a_finding_is_due_is_a_disagreement() {
    assertEquals(
        List.of(
            "shop/Till.java:2: not found: gil-io", "shop/Till.java:2: not found: gil-singleton"),
        judge(Demand.ALL, List.of(), label(5, "sum", Bound.LIGHT)));
  }

  @Test
  void a_finding_where_none_is_due_is_a_disagreement() {
    assertEquals(
        List.of("shop/Till.java:6: unexpected [gil-cpu]: said so"),
        judge(
            Demand.ALL,
            List.of(finding(3, "gil-io", "gil-singleton"), finding(6, "gil-cpu")),
            label(5, "sum", Bound.LIGHT)));
  }

  @Test
  void another_label_is_a_disagreement() {
    assertEquals(
        List.of("shop/Till.java:5: sum is labelled [io, network] instead of [light]"),
        judge(new Demand.WithoutClassPath(), List.of(), label(5, "sum", Bound.IO, Kind.NETWORK)));
  }

  @Test
  void who_may_say_less_may_not_say_something_else() {
    assertEquals(
        List.of(), judge(new Demand.WithoutClassPath(), List.of(), label(6, "sum", Bound.UNKNOWN)));
    assertEquals(
        List.of("shop/Till.java:6: unexpected [gil-cpu]: said so"),
        judge(
            new Demand.WithoutClassPath(),
            List.of(finding(6, "gil-cpu")),
            label(6, "sum", Bound.UNKNOWN)));
  }

  @Test
  void other_advice_is_a_disagreement() {
    SampleFile wantsThreads =
        SampleFile.parse("shop/Till.java", 17, "run(); // expect: gil-io [17: threads]");

    assertEquals(
        List.of("shop/Till.java:1: advised lock-change/narrow instead of threads"),
        Judge.disagreements(
            wantsThreads, report(List.of(finding(1, "gil-io")), List.of()), Demand.ALL));
  }

  @Test
  void what_is_known_is_no_news_until_it_is_gone() {
    SampleFile admits =
        SampleFile.parse(
            "shop/Till.java",
            17,
            """
            run(); // noise: gil-cpu (cheap)
            // expect: gil-io
            ask(); // miss: gil-io (hidden)
            """);
    Report asAdmitted = report(List.of(finding(1, "gil-cpu")), List.of());
    Report better = report(List.of(finding(3, "gil-io")), List.of());

    assertEquals(List.of(), Judge.disagreements(admits, asAdmitted, Demand.ALL));
    assertEquals(
        List.of(
            "shop/Till.java: gil-cpu is no noise any more",
            "shop/Till.java: gil-io is no miss any more"),
        Judge.disagreements(admits, better, Demand.ALL));
  }

  @Test
  void what_only_sources_suppress_is_not_held_against_classes_alone() {
    Report heard = report(List.of(finding(1, "gil-io")), List.of());
    SampleFile silent = SampleFile.parse("shop/Till.java", 17, "run();");

    assertEquals(
        List.of(), Judge.disagreements(silent, heard, new Demand.WithoutSources(Set.of("id"))));
    assertEquals(
        List.of("shop/Till.java:1: unexpected [gil-io]: said so"),
        Judge.disagreements(silent, heard, new Demand.WithoutSources(Set.of())));
  }

  private static List<String> judge(Demand demand, List<Advice> advice, Label label) {
    return Judge.disagreements(FILE, report(advice, List.of(label)), demand);
  }

  private static Advice finding(int line, String... facets) {
    Label till = label(line, "pay", Bound.LIGHT);
    Finding finding =
        new Finding(
            "id",
            facets[0],
            Severity.WARNING,
            Confidence.HIGH,
            till.at(),
            "said so",
            List.of(),
            List.of(facets),
            List.of(),
            new Subject.OfMethod(till),
            Optional.empty());
    Remedy narrow =
        new Remedy(
            Model.LOCK_CHANGE,
            Optional.of(LockChange.NARROW),
            "narrow it",
            Remedy.Status.RECOMMENDED,
            "",
            "",
            Parameters.NONE,
            Optional.empty(),
            Optional.empty());
    return new Advice(finding, List.of(narrow), Optional.empty(), 50);
  }

  private static Label label(int line, String method, Bound bound, Kind... kinds) {
    return new Label(
        new Spot("shop.Till", method, "()V", "shop/Till.java", line, ""),
        bound,
        Set.of(kinds),
        bound == Bound.IO,
        false,
        Optional.empty(),
        Confidence.HIGH,
        List.of(),
        List.of());
  }

  private static Report report(List<Advice> advice, List<Label> labels) {
    return new Report(
        "0",
        new Machine(2, 1),
        "17",
        Optional.empty(),
        "linux",
        new Target(17, 17, Target.Mode.APPLICATION),
        List.of(),
        1,
        labels,
        List.of(),
        advice,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
