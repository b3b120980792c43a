package dev.concur.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import dev.concur.rule.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedSuppressionTest {

  @Test
  void every_suppression_that_nothing_needs_is_a_note_of_its_own() {
    List<Finding> findings =
        Rules.unneeded(List.of(at(3, "concur:gil-io"), at(3, "concur:gil-cpu")));
    assertEquals(2, findings.size());
    Finding first = findings.get(0);
    assertEquals("unused-suppression", first.rule());
    assertEquals(Severity.NOTE, first.severity());
    assertEquals(3, first.at().line());
    assertNotEquals(first.id(), findings.get(1).id());
  }

  @Test
  void its_id_does_not_change_when_lines_move() {
    assertEquals(
        Rules.unneeded(List.of(at(3, "concur"))).get(0).id(),
        Rules.unneeded(List.of(at(30, "concur"))).get(0).id());
  }

  private static Subject.OfSuppression at(int line, String text) {
    return new Subject.OfSuppression(new Spot("a.B", "run", "()V", "a/B.java", line, ""), text);
  }
}
