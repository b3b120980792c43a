package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real libraries with known answers. Run with {@code mvn -Pcases}, which brings the jars; prints a
 * table.
 */
@Tag("cases")
class LockCasesTest {

  @Test
  void the_coarse_locks_of_real_libraries_are_found_and_their_look_alikes_are_left_alone() {
    Path jars = Path.of(System.getProperty("concur.cases", "target/cases"));
    Map<String, Report> reports = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (LockCase each : LockCase.all()) {
      Report report = reports.computeIfAbsent(each.input(jars), LockCasesTest::scan);
      List<String> said = each.accusations(report);
      if (!each.right(report)) {
        wrong.add(each.id());
      }
      System.out.printf(
          "%-8s %-28s %s%n",
          each.right(report) ? "right" : each.guilty() ? "MISSED" : "FALSE", each.id(), said);
    }
    assertEquals(List.of(), wrong);
  }

  private static Report scan(String input) {
    return Concur.analyze(Request.of(input)).report();
  }
}
