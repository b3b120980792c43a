package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

class ReuseTest {

  /** Heavy rounds that share what bears one thread at a time. */
  static final class Desk {
    private static final NumberFormat AMOUNT = NumberFormat.getInstance();

    private final Mac mac;
    private final CRC32 sum = new CRC32();
    private final Random dice = new Random(7);
    private final long[] row = new long[64];
    private final long[] tally = new long[64];
    private final long[] shown = new long[64];
    private final StringBuilder text = new StringBuilder();
    private String rest = "";
    private int place;

    Desk(Mac mac) {
      this.mac = mac;
    }

    static BigInteger work(BigInteger number) {
      return number.modPow(number, BigInteger.TEN.pow(300));
    }

    void seals(List<BigInteger> numbers, List<byte[]> seals) {
      for (BigInteger number : numbers) {
        seals.add(seal(number));
      }
    }

    private byte[] seal(BigInteger number) {
      mac.update(work(number).toByteArray());
      return mac.doFinal();
    }

    void runningSum(List<BigInteger> numbers, List<Long> sums) {
      for (BigInteger number : numbers) {
        sum.update(work(number).intValue());
        sums.add(sum.getValue());
      }
    }

    void sums(List<BigInteger> numbers, List<Long> sums) {
      for (BigInteger number : numbers) {
        sum.reset();
        sum.update(work(number).intValue());
        sums.add(sum.getValue());
      }
    }

    void lastSeal(List<BigInteger> numbers, List<byte[]> seals) {
      for (BigInteger number : numbers) {
        seals.add(mac.doFinal());
        mac.update(work(number).toByteArray());
      }
    }

    void lines(List<BigInteger> numbers, List<String> lines) {
      for (BigInteger number : numbers) {
        lines.add(AMOUNT.format(work(number)));
      }
    }

    void localFormat(List<BigInteger> numbers, List<String> lines) {
      NumberFormat format = NumberFormat.getPercentInstance();
      for (BigInteger number : numbers) {
        lines.add(format.format(work(number)));
      }
    }

    void rows(List<BigInteger> numbers, List<Long> sums) {
      for (BigInteger number : numbers) {
        sums.add(spread(number));
      }
    }

    private long spread(BigInteger number) {
      for (int i = 0; i < row.length; i++) {
        row[i] = work(number).longValue() + i;
      }
      long best = 0;
      for (long one : row) {
        best = Math.max(best, one);
      }
      return best;
    }

    void tallies(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        tally[work(number).intValue() & 63]++;
      }
    }

    void shows(List<BigInteger> numbers, List<Long> sums) {
      for (BigInteger number : numbers) {
        Arrays.fill(shown, 0);
        shown[3] = work(number).longValue();
        sums.add(shown[3]);
      }
    }

    long[] shown() {
      return shown.clone();
    }

    void texts(List<BigInteger> numbers, List<String> lines) {
      for (BigInteger number : numbers) {
        text.setLength(0);
        text.append(work(number)).append(';');
        lines.add(text.toString());
      }
    }

    void parses(List<String> inputs, List<BigInteger> numbers) {
      for (String input : inputs) {
        numbers.add(parse(input));
      }
    }

    private BigInteger parse(String input) {
      rest = input;
      place = 0;
      return work(new BigInteger(next() + next()));
    }

    private String next() {
      String part = rest.substring(place, place + 1);
      place++;
      return part;
    }

    private static final ThreadLocal<NumberFormat> OF_THREAD =
        ThreadLocal.withInitial(NumberFormat::getInstance);

    private NumberFormat amount() {
      return AMOUNT;
    }

    void linesByGetter(List<BigInteger> numbers, List<String> lines) {
      for (BigInteger number : numbers) {
        lines.add(amount().format(work(number)));
      }
    }

    void linesOfThread(List<BigInteger> numbers, List<String> lines) {
      for (BigInteger number : numbers) {
        lines.add(lineOfThread(number));
      }
    }

    private String lineOfThread(BigInteger number) {
      return OF_THREAD.get().format(work(number));
    }

    void throwsDice(List<BigInteger> numbers, List<Long> results) {
      for (BigInteger number : numbers) {
        results.add(thrown(number));
      }
    }

    private long thrown(BigInteger number) {
      return work(number).longValue() + dice.nextInt();
    }

    void ownDice(List<BigInteger> numbers, List<Long> results) {
      for (BigInteger number : numbers) {
        results.add(work(number).longValue() + ThreadLocalRandom.current().nextInt());
      }
    }

    List<String> streamed(List<BigInteger> numbers) {
      return numbers.stream().map(one -> AMOUNT.format(work(one))).collect(Collectors.toList());
    }

    List<String> parallel(List<BigInteger> numbers) {
      List<String> lines = new ArrayList<>();
      numbers.parallelStream().forEach(one -> lines.add(String.valueOf(work(one))));
      return lines;
    }

    void locked(List<BigInteger> numbers, List<byte[]> seals) {
      for (BigInteger number : numbers) {
        seals.add(lockedSeal(number));
      }
    }

    private synchronized byte[] lockedSeal(BigInteger number) {
      return mac.doFinal(work(number).toByteArray());
    }

    static Desk of(String name) throws GeneralSecurityException {
      return new Desk(Mac.getInstance(name));
    }
  }

  @Test
  void what_ends_each_use_in_its_round_is_one_for_each_thread() {
    assertEquals("own [Desk.mac]", said("seals"));
  }

  @Test
  void what_goes_on_from_round_to_round_ties_them() {
    assertEquals("tied", said("runningSum"));
    assertEquals("tied", said("lastSeal"));
  }

  @Test
  void what_begins_anew_does_not() {
    assertEquals("own [Desk.sum]", said("sums"));
    assertEquals("own [Desk.text]", said("texts"));
  }

  @Test
  void a_format_is_used_whole_each_time_in_a_field_and_in_a_variable_and_in_a_stream() {
    assertEquals("own [Desk.AMOUNT]", said("lines"));
    assertEquals("own [NumberFormat]", said("localFormat"));
    assertEquals("own [Desk.AMOUNT]", said("streamed"));
  }

  @Test
  void a_getter_gives_the_same_object_and_a_thread_local_one_of_the_thread() {
    assertEquals("own [Desk.AMOUNT]", said("linesByGetter"));
    assertEquals("own []", said("linesOfThread"));
  }

  @Test
  void an_array_is_scratch_when_it_is_filled_before_it_is_read_and_nobody_else_looks() {
    assertEquals("own [Desk.row]", said("rows"));
    assertEquals("tied", said("tallies"));
    assertEquals("tied", said("shows"));
  }

  @Test
  void so_are_fields_that_are_set_before_they_are_read() {
    assertEquals("own [Desk.place, Desk.rest]", said("parses"));
  }

  @Test
  void a_generator_for_all_is_needed_once_for_each_thread_and_one_of_the_thread_is_not() {
    assertEquals("own [Desk.dice]", said("throwsDice"));
    assertEquals("own []", said("ownDice"));
  }

  @Test
  void what_is_used_under_a_lock_is_the_affair_of_the_lock() {
    assertEquals("tied", said("locked"));
  }

  @Test
  void what_is_parallel_already_and_shares_it_stays_wrong() {
    assertEquals("tied", said("parallel"));
  }

  private static String said(String method) {
    Linked linked = Linked.of(ProgramReader.read(ClassFiles.of(Desk.class)), Catalogue.bundled());
    Loop loop =
        Costs.of(linked).loops().stream()
            .filter(one -> one.at().method().equals(method))
            .findFirst()
            .orElseThrow();
    boolean queues =
        loop.cautions().stream().anyMatch(spot -> spot.note().startsWith(Apart.IN_ORDER));
    return loop.independent() && !queues
        ? "own " + loop.ownNames().stream().sorted().toList()
        : "tied";
  }
}
