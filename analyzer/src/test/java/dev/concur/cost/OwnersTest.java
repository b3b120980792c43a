package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.math.BigInteger;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What rounds of a loop change that came out of a getter, a holder, a collection or a lambda. */
class OwnersTest {

  static final class Tally {
    private final List<String> remarks = new ArrayList<>();
    private int count;

    void remark(String text) {
      remarks.add(text);
      count++;
    }
  }

  static final class Round {
    private final BigInteger number;
    private final Tally own = new Tally();

    Round(BigInteger number) {
      this.number = number;
    }

    Tally own() {
      return own;
    }

    String power() {
      return number.modPow(number, number.add(BigInteger.ONE)).toString();
    }
  }

  static final class Inspection {
    private static final ThreadLocal<Tally> CURRENT = ThreadLocal.withInitial(Tally::new);
    private static final ThreadLocal<SimpleDateFormat> FORMAT =
        ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));
    private final Tally tally = new Tally();
    private final Map<String, Tally> byKind = new HashMap<>();
    private final Map<String, Tally> latest = new ConcurrentHashMap<>();

    private Tally tally() {
      return tally;
    }

    private Tally made() {
      return new Tally();
    }

    private void note(String text) {
      CURRENT.get().remark(text);
    }

    private void noteLatest(String kind, String text) {
      latest.computeIfPresent(
          kind,
          (key, found) -> {
            found.remark(text);
            return found;
          });
    }

    void throughAGetter(List<Round> rounds) {
      for (Round round : rounds) {
        tally().remark(round.power());
      }
    }

    void throughAThreadLocal(List<Round> rounds) {
      for (Round round : rounds) {
        note(round.power());
      }
    }

    void throughAMap(List<Round> rounds, String kind) {
      for (Round round : rounds) {
        byKind.get(kind).remark(round.power());
      }
    }

    void inALambda(List<Round> rounds, String kind) {
      for (Round round : rounds) {
        noteLatest(kind, round.power());
      }
    }

    void ofItsOwn(List<Round> rounds) {
      for (Round round : rounds) {
        round.own().remark(round.power());
      }
    }

    void madeForIt(List<Round> rounds) {
      for (Round round : rounds) {
        made().remark(round.power());
      }
    }

    void ofItsKey(List<Round> rounds, List<Tally> tallies) {
      for (int i = 0; i < rounds.size(); i++) {
        tallies.get(i).remark(rounds.get(i).power());
      }
    }

    void withAToolOfTheThread(List<Round> rounds, Date[] dates, String[] years) {
      for (int i = 0; i < years.length; i++) {
        years[i] = rounds.get(i).power() + FORMAT.get().format(dates[i]);
      }
    }
  }

  @Test
  void what_a_getter_gives_out_is_still_its_owners() {
    assertTrue(ties("throughAGetter"));
  }

  @Test
  void what_a_thread_keeps_is_no_round_s_own() {
    assertFalse(independent("throughAThreadLocal"));
  }

  @Test
  void what_a_map_gives_out_for_the_same_key_is_shared() {
    assertTrue(ties("throughAMap"));
  }

  @Test
  void what_a_lambda_changes_of_its_collection_is_shared() {
    assertTrue(ties("inALambda"));
  }

  @Test
  void what_belongs_to_the_element_is_the_round_s_own() {
    assertTrue(independent("ofItsOwn"));
  }

  @Test
  void what_a_method_makes_is_its_caller_s() {
    assertTrue(independent("madeForIt"));
  }

  @Test
  void what_is_looked_up_by_the_number_of_the_round_is_its_own() {
    assertTrue(independent("ofItsKey"));
  }

  @Test
  void a_tool_that_each_thread_has_one_of_chains_nothing() {
    assertTrue(independent("withAToolOfTheThread"));
  }

  private static boolean independent(String method) {
    return loop(method).independent();
  }

  /** Whether rounds are tied, be it only by what can be left to the end. */
  private static boolean ties(String method) {
    Loop loop = loop(method);
    return !loop.independent()
        || loop.cautions().stream().anyMatch(spot -> spot.note().startsWith(Apart.IN_ORDER));
  }

  private static Loop loop(String method) {
    Linked linked =
        Linked.of(
            ProgramReader.read(ClassFiles.of(Tally.class, Round.class, Inspection.class)),
            Catalogue.bundled());
    List<Loop> loops =
        Costs.of(linked).loops().stream()
            .filter(loop -> loop.at().method().equals(method))
            .toList();
    assertEquals(1, loops.size(), "loops of " + method);
    return loops.get(0);
  }
}
