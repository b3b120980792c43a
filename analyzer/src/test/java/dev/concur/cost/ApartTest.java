package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.model.Spot;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ApartTest {

  /** What is known of numbers so far. */
  static final class Known {
    private final Map<BigInteger, BigInteger> powers = new LinkedHashMap<>();

    boolean has(BigInteger number) {
      return powers.containsKey(number);
    }

    void keep(BigInteger number, BigInteger power) {
      powers.put(number, power);
    }

    boolean full() {
      return powers.size() > 1_000;
    }
  }

  /** Loops whose rounds compute, and leave something behind. */
  static final class Powers {
    private final BigInteger modulus;
    private final Known known = new Known();
    private final List<String> problems = new ArrayList<>();
    private long written;
    private BigInteger last = BigInteger.ONE;

    Powers(BigInteger modulus) {
      this.modulus = modulus;
    }

    void keepsEach(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        if (known.has(number)) {
          continue;
        }
        BigInteger power = power(number);
        if (power.signum() > 0) {
          known.keep(number, power);
        } else {
          problems.add(number.toString());
        }
      }
    }

    List<BigInteger> counts(List<BigInteger> numbers) {
      List<BigInteger> all = new ArrayList<>();
      for (BigInteger number : numbers) {
        BigInteger power = elsewhere(number);
        all.add(power);
        written += power.bitLength();
      }
      return all;
    }

    void writesEach(List<BigInteger> numbers, Writer out) throws IOException {
      for (BigInteger number : numbers) {
        out.write(power(number).toString());
      }
    }

    Map<Integer, List<BigInteger>> groups(List<BigInteger> numbers) {
      Map<Integer, List<BigInteger>> groups = new TreeMap<>();
      for (BigInteger number : numbers) {
        BigInteger power = power(number);
        groups.computeIfAbsent(power.bitLength(), length -> new ArrayList<>()).add(number);
      }
      return groups;
    }

    void once(List<BigInteger> numbers, Set<BigInteger> seen, List<BigInteger> all) {
      for (BigInteger number : numbers) {
        if (seen.add(number)) {
          all.add(power(number));
        }
      }
    }

    BigInteger chain(List<BigInteger> numbers) {
      BigInteger power = BigInteger.TWO;
      for (BigInteger number : numbers) {
        power = power(power.add(number));
      }
      return power;
    }

    void chainInField(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        last = power(last.add(number));
      }
    }

    void chainBelow(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        last = powerOfLast(number);
      }
    }

    void looksBelow(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        known.keep(number, powerUnlessKnown(number));
      }
    }

    void untilFull(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        if (!known.full()) {
          known.keep(number, power(number));
        }
      }
    }

    void asLongAsSmall(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        if (written < 1_000_000) {
          written += power(number).bitLength();
        }
      }
    }

    void untilFound(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        BigInteger power = power(number);
        known.keep(number, power);
        if (power.equals(modulus)) {
          break;
        }
      }
    }

    void givenAll(List<BigInteger> numbers) {
      List<BigInteger> before = new ArrayList<>();
      for (BigInteger number : numbers) {
        before.add(powerOf(before, number));
        written++;
      }
    }

    private BigInteger power(BigInteger number) {
      return number.modPow(number, modulus);
    }

    private BigInteger elsewhere(BigInteger number) {
      return CompletableFuture.supplyAsync(() -> power(number)).join();
    }

    private BigInteger powerOfLast(BigInteger number) {
      return last.modPow(number, modulus);
    }

    private BigInteger powerUnlessKnown(BigInteger number) {
      return known.has(number) ? number : power(number);
    }

    private BigInteger powerOf(List<BigInteger> before, BigInteger number) {
      return before.isEmpty() ? number : before.get(0).modPow(number, modulus);
    }
  }

  @Test
  void what_is_kept_of_each_round_is_kept_afterwards() {
    Loop loop = loop("keepsEach");

    assertTrue(loop.independent(), loop.toString());
    assertTrue(notes(loop).stream().anyMatch(note -> note.startsWith("afterwards, in order: ")));
    assertTrue(notes(loop).stream().anyMatch(note -> note.startsWith("looks whether an earlier")));
  }

  @Test
  void sums_writers_and_groups_are_left_to_the_end() {
    assertTrue(loop("counts").independent());
    assertTrue(loop("writesEach").independent());
    assertTrue(loop("groups").independent());
  }

  @Test
  void to_ask_whether_an_element_was_met_before_costs_a_call_in_vain_at_most() {
    assertTrue(loop("once").independent());
  }

  @Test
  void who_goes_on_with_what_the_round_before_left_is_tied_to_it() {
    assertTied("chain");
    assertTied("chainInField");
    assertTied("chainBelow");
    assertTied("looksBelow");
    assertTied("givenAll");
  }

  @Test
  void who_may_stop_by_what_earlier_rounds_left_is_tied_to_them() {
    assertTied("untilFull");
    assertTied("asLongAsSmall");
    assertTied("untilFound");
  }

  private static void assertTied(String method) {
    Loop loop = loop(method);
    assertEquals(false, loop.independent(), loop.toString());
  }

  private static List<String> notes(Loop loop) {
    return loop.cautions().stream().map(Spot::note).toList();
  }

  private static Loop loop(String method) {
    Linked linked =
        Linked.of(
            ProgramReader.read(ClassFiles.of(Powers.class, Known.class)), Catalogue.bundled());
    return Costs.of(linked).loops().stream()
        .filter(loop -> loop.at().method().equals(method))
        .findFirst()
        .orElseThrow();
  }
}
