package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.model.Spot;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TotalsTest {

  /** What is counted under one key. */
  static final class Entry {
    private long times;
    private int largest;
  }

  /** Rounds that compute and add in one breath, so that neither stands apart. */
  static final class Adding {
    private static long all;

    private final BigInteger modulus;
    private final int[] byLength = new int[64];
    private final double[][] sums = new double[8][16];
    private final double[][] centers = new double[8][16];
    private final int[] nearest = new int[1_000];
    private final Map<Integer, Integer> counts = new HashMap<>();
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Map<Integer, List<BigInteger>> groups = new TreeMap<>();
    private final StringBuilder report = new StringBuilder();
    private long bits;
    private int most;
    private String last = "";

    Adding(BigInteger modulus) {
      this.modulus = modulus;
    }

    private int length(BigInteger number) {
      return number.modPow(number, modulus).bitLength();
    }

    void histogram(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        intoHistogram(number);
      }
    }

    private void intoHistogram(BigInteger number) {
      byLength[length(number) & 63]++;
      bits += length(number);
    }

    void rows(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        double[] row = sums[length(number) & 7];
        for (int i = 0; i < row.length; i++) {
          row[i] += number.intValue();
        }
        byLength[length(number) & 63]++;
      }
    }

    void merged(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        merge(number);
      }
    }

    private void merge(BigInteger number) {
      counts.merge(length(number), 1, Integer::sum);
      all++;
    }

    void mergedByItself(List<BigInteger> numbers) {
      numbers.forEach(number -> merge(number));
    }

    void keptByItself(List<BigInteger> numbers) {
      numbers.forEach(number -> keep(number));
    }

    void putAgain(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        put(number);
      }
    }

    private void put(BigInteger number) {
      int length = length(number);
      counts.put(length, counts.getOrDefault(length, 0) + 1);
    }

    void putWhereNone(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        putInGroup(number);
      }
    }

    private void putInGroup(BigInteger number) {
      int length = length(number);
      List<BigInteger> group = groups.get(length);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(length, group);
      }
      group.add(number);
    }

    void inEntries(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        intoEntry(number);
      }
    }

    private void intoEntry(BigInteger number) {
      Entry entry = entry(length(number));
      entry.times++;
      entry.largest = Math.max(entry.largest, length(number));
    }

    private Entry entry(int length) {
      return entries.computeIfAbsent(length, any -> new Entry());
    }

    void written(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        write(number);
      }
    }

    private void write(BigInteger number) {
      for (int i = 0; i < 1_000; i++) {
        report.append(length(number)).append('\n');
      }
    }

    void writtenShortly(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        writeShortly(number);
      }
    }

    private void writeShortly(BigInteger number) {
      report.append(number.multiply(modulus).bitLength());
    }

    Map<Integer, Integer> given(List<BigInteger> numbers) {
      Map<Integer, Integer> found = new HashMap<>();
      for (BigInteger number : numbers) {
        countIn(found, number);
      }
      return found;
    }

    private void countIn(Map<Integer, Integer> found, BigInteger number) {
      found.merge(length(number), 1, Integer::sum);
    }

    void asked(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        addUnlessMany(number);
      }
    }

    private void addUnlessMany(BigInteger number) {
      if (bits < 1_000_000) {
        bits += length(number);
      }
    }

    void numbered(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        number(number);
      }
    }

    private void number(BigInteger number) {
      long at = bits++;
      byLength[(int) at & 63] += length(number);
    }

    void rolled(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        roll(number);
      }
    }

    private void roll(BigInteger number) {
      bits = bits * 31 + length(number);
    }

    void kept(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        keep(number);
      }
    }

    private void keep(BigInteger number) {
      last = Integer.toString(length(number));
      bits += length(number);
    }

    void oneOfAnother(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        addRunning(number);
      }
    }

    private void addRunning(BigInteger number) {
      bits += length(number);
      all += bits;
    }

    void distinct(List<BigInteger> numbers) {
      Set<Integer> seen = new HashSet<>();
      for (BigInteger number : numbers) {
        countNew(seen, number);
      }
    }

    private void countNew(Set<Integer> seen, BigInteger number) {
      if (seen.add(length(number))) {
        bits++;
      }
    }

    void lookedUp(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        mergeUnlessMany(number);
      }
    }

    private void mergeUnlessMany(BigInteger number) {
      int length = length(number);
      if (counts.getOrDefault(length, 0) < 10) {
        counts.merge(length, 1, Integer::sum);
      }
    }

    void sized(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        mostEntries(number);
      }
    }

    private void mostEntries(BigInteger number) {
      counts.merge(length(number), 1, Integer::sum);
      most = Math.max(most, counts.size());
    }

    void cleared(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        clear(number);
      }
    }

    private void clear(BigInteger number) {
      byLength[length(number) & 63]++;
      if (number.testBit(5)) {
        Arrays.fill(byLength, 0);
      }
    }

    void elsewhere(List<BigInteger> numbers) {
      for (BigInteger number : numbers) {
        shift(number);
      }
    }

    private void shift(BigInteger number) {
      int at = length(number) & 31;
      byLength[at] = byLength[at + 1] + 1;
    }

    int nearest(double[][] points) {
      int moved = 0;
      for (int i = 0; i < points.length; i++) {
        int to = nearest(points[i]);
        if (to != nearest[i]) {
          nearest[i] = to;
          moved++;
        }
        byLength[to]++;
        double[] row = sums[to];
        for (int d = 0; d < row.length; d++) {
          row[d] += points[i][d];
        }
      }
      return moved;
    }

    private int nearest(double[] point) {
      int best = 0;
      double least = Double.MAX_VALUE;
      for (int i = 0; i < centers.length; i++) {
        double far = 0;
        for (int d = 0; d < point.length; d++) {
          far += (point[d] - centers[i][d]) * (point[d] - centers[i][d]);
        }
        if (far < least) {
          least = far;
          best = i;
        }
      }
      return best;
    }

    int told() {
      return most + last.length() + report.length();
    }
  }

  @Test
  void counts_in_arrays_are_totals() {
    assertEquals("own total of Adding.bits, total of Adding.byLength", said("histogram"));
    assertEquals("own total of Adding.byLength, total of Adding.sums", said("rows"));
  }

  @Test
  void what_each_round_writes_at_its_own_place_needs_no_total() {
    assertEquals("own total of Adding.byLength, total of Adding.sums", said("nearest"));
  }

  @Test
  void counts_under_keys_are_totals() {
    assertEquals("own total of Adding.all, total of Adding.counts", said("merged"));
    assertEquals("own total of Adding.counts", said("putAgain"));
    assertEquals("own total of HashMap", said("given"));
  }

  @Test
  void what_is_gathered_under_keys_is_a_total() {
    assertEquals(
        "own total of Adding.entries, total of Entry.largest, total of Entry.times",
        said("inEntries"));
  }

  @Test
  void what_is_put_together_in_order_must_be_worth_it() {
    assertEquals("own total of Adding.report", said("written"));
    assertEquals("tied", said("writtenShortly"));
    assertEquals("own total of Adding.groups", said("putWhereNone"));
  }

  @Test
  void functions_for_each_element_add_as_loops_do() {
    assertEquals("own total of Adding.all, total of Adding.counts", said("mergedByItself"));
    assertEquals("tied", said("keptByItself"));
  }

  @Test
  void what_is_asked_for_while_it_is_added_to_is_none() {
    assertEquals("tied", said("asked"));
    assertEquals("tied", said("numbered"));
    assertEquals("tied", said("oneOfAnother"));
    assertEquals("tied", said("distinct"));
    assertEquals("tied", said("lookedUp"));
    assertEquals("tied", said("sized"));
  }

  @Test
  void what_is_written_over_is_none() {
    assertEquals("tied", said("rolled"));
    assertEquals("tied", said("kept"));
    assertEquals("tied", said("cleared"));
    assertEquals("tied", said("elsewhere"));
  }

  private static String said(String method) {
    Linked linked =
        Linked.of(
            ProgramReader.read(ClassFiles.of(Adding.class, Entry.class)), Catalogue.bundled());
    Loop loop =
        Costs.of(linked).loops().stream()
            .filter(one -> one.at().method().equals(method))
            .findFirst()
            .orElseThrow();
    return loop.independent()
        ? "own " + String.join(", ", loop.own().stream().map(Spot::note).sorted().toList())
        : "tied";
  }
}
