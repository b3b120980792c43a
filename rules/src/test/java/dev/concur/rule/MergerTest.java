package dev.concur.rule;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.staticLock;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.Sketch.LockSketch;
import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {

  private static LockSketch guilty(String id, String... places) {
    LockSketch lock = staticLock().id(id);
    for (String place : places) {
      lock.region(at(place), Path.HOT, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
    }
    return lock;
  }

  @Test
  void a_lock_with_all_its_regions_is_one_finding_with_its_facets_most_specific_first() {
    List<Finding> findings =
        Rules.findings(on(17, guilty("static shop.A.L", "shop.A.load:12", "shop.A.save:30")));

    assertEquals(1, findings.size());
    Finding finding = findings.get(0);
    assertEquals("gil-io", finding.rule());
    assertEquals(Severity.ERROR, finding.severity());
    assertEquals(List.of("gil-io", "gil-static-lock", "blocking-under-lock"), finding.facets());
    assertEquals(List.of("static shop.A.L"), finding.locks());
    assertEquals(at("shop.A.load:12"), finding.at());
  }

  @Test
  void two_locks_are_two_findings() {
    Program program =
        on(
            17,
            guilty("static shop.A.L", "shop.A.load:12"),
            guilty("static shop.B.L", "shop.B.x:1"));

    assertEquals(2, Rules.findings(program).size());
  }

  @Test
  void an_id_survives_moved_lines() {
    Finding before = Rules.findings(on(17, guilty("static shop.A.L", "shop.A.load:12"))).get(0);
    Finding after = Rules.findings(on(17, guilty("static shop.A.L", "shop.A.load:112"))).get(0);

    assertEquals(before.id(), after.id());
    assertEquals(16, before.id().length());
  }

  @Test
  void an_id_survives_a_new_lambda_above() {
    assertEquals(idAt("shop.A.lambda$load$1:12"), idAt("shop.A.lambda$load$2:12"));
  }

  private static String idAt(String place) {
    return Rules.findings(on(17, guilty("static shop.A.L", place))).get(0).id();
  }

  @Test
  void equal_defects_in_one_method_have_ids_of_their_own() {
    List<Facet> facets = List.of(facet(new Safe(), "one", 3), facet(new Safe(), "two", 9));

    List<Finding> findings = Merger.merge(facets);

    assertNotEquals(findings.get(0).id(), findings.get(1).id());
  }

  @Test
  void a_safety_defect_never_merges_away() {
    List<Facet> facets = List.of(facet(new Safe(), "one", 3), facet(new Speed(), "one", 3));

    List<String> rules = Merger.merge(facets).stream().map(Finding::rule).toList();

    assertEquals(List.of("safe", "speed"), rules.stream().sorted().toList());
  }

  @Test
  void a_note_is_never_primary_over_a_warning() {
    List<Facet> facets =
        List.of(
            facet(new Speed(), "one", 3),
            new Facet(
                new Safe(false),
                Severity.NOTE,
                dev.concur.model.Confidence.LOW,
                at("a.B.c:2"),
                "a note",
                List.of(),
                List.of(),
                subject(),
                "one"));

    Finding finding = Merger.merge(facets).get(0);

    assertEquals("speed", finding.rule());
    assertEquals(List.of("speed", "safe"), finding.facets());
  }

  @Test
  void the_same_program_gives_the_same_findings_in_the_same_order() {
    Program one =
        on(
            17,
            guilty("static shop.B.L", "shop.B.x:1"),
            guilty("static shop.A.L", "shop.A.load:12"));
    Program other =
        on(
            17,
            guilty("static shop.A.L", "shop.A.load:12"),
            guilty("static shop.B.L", "shop.B.x:1"));

    assertEquals(
        Rules.findings(one).stream().map(Finding::id).toList(),
        Rules.findings(other).stream().map(Finding::id).toList());
  }

  private static Facet facet(Rule rule, String thing, int line) {
    Spot at = at("a.B.c:" + line);
    return new Facet(
        rule,
        Severity.WARNING,
        dev.concur.model.Confidence.HIGH,
        at,
        "so it is",
        List.of(at),
        List.of(),
        subject(),
        thing);
  }

  private static Subject subject() {
    return new Subject.OfLock(guilty("static shop.A.L", "shop.A.load:12").use());
  }

  private record Safe(boolean safety) implements LockRule {
    Safe() {
      this(true);
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void look(LockUse use, Program program, Facets facets) {}
  }

  private record Speed() implements LockRule {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public void look(LockUse use, Program program, Facets facets) {}
  }
}
