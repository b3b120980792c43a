package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopCostsTest {

  /** Heavy loops, with and without something that chains their iterations. */
  static final class Heavy {

    private final int order;

    Heavy(int order) {
      this.order = order;
    }

    double curves(List<double[]> curves) {
      return curves.stream().mapToDouble(this::fit).sum();
    }

    double curvesInLoop(List<double[]> curves) {
      double sum = 0;
      for (double[] curve : curves) {
        sum += fit(curve);
      }
      return sum;
    }

    double fit(double[] curve) {
      double sum = 0;
      for (int i = 0; i < order; i++) {
        for (int j = 0; j < order; j++) {
          sum += Math.exp(sum * i - j) * Math.pow(curve[0], j);
        }
      }
      return sum;
    }

    Map<Boolean, Double> fitted(List<double[]> curves) {
      return curves.stream()
          .collect(
              Collectors.partitioningBy(
                  curve -> curve.length > 1,
                  Collectors.collectingAndThen(Collectors.toList(), this::curvesInLoop)));
    }

    void notes(List<byte[]> notes, Path folder) throws IOException {
      for (byte[] note : notes) {
        Files.write(
            folder.resolve("note-" + note.length),
            note,
            StandardOpenOption.CREATE,
            StandardOpenOption.SYNC);
      }
    }

    byte[] painted(int rows, int columns) {
      ByteArrayOutputStream picture = new ByteArrayOutputStream();
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          picture.write((byte) (Math.exp(order * x) + Math.pow(order, y)));
        }
      }
      return picture.toByteArray();
    }

    List<ResultSet> procedures(DatabaseMetaData data, List<String> names) throws SQLException {
      List<ResultSet> found = new ArrayList<>();
      for (String name : names) {
        found.add(data.getProcedures(null, null, name));
      }
      return found;
    }

    void cached(List<byte[]> notes, Path folder) throws IOException {
      for (byte[] note : notes) {
        Files.write(folder.resolve("note-" + note.length), note, StandardOpenOption.CREATE);
      }
    }

    long sums(List<BigInteger> numbers, BigInteger modulus) {
      long sum = 0;
      for (BigInteger number : numbers) {
        sum += number.modPow(number, modulus).longValue();
      }
      return sum;
    }

    double chained(double start) {
      double value = start;
      for (int i = 0; i < 1_000_000; i++) {
        value = 3.99 * value * (1 - value);
      }
      return value;
    }

    void names(List<BigInteger> numbers, BigInteger modulus, long[] sums) {
      for (int i = 0; i < sums.length; i++) {
        Object[] pair = {numbers.get(i), modulus};
        sums[i] = numbers.get(i).modPow(modulus, (BigInteger) pair[1]).longValue();
      }
    }

    void remembers(List<BigInteger> numbers, BigInteger modulus, long[] sums) {
      Object[] pair = new Object[2];
      for (int i = 0; i < sums.length; i++) {
        pair[0] = numbers.get(i);
        sums[i] = numbers.get(i).modPow(modulus, (BigInteger) pair[1]).longValue();
      }
    }

    long tries(List<Long> pieces) {
      for (int attempt = 0; attempt < 30; attempt++) {
        long answer = nap(pieces.get(0));
        if (answer > 0) {
          return answer;
        }
      }
      throw new IllegalStateException("no answer");
    }

    void views(TreeMap<Integer, BigInteger> numbers, BigInteger modulus, long[] sums) {
      for (int i = 0; i < sums.length; i++) {
        BigInteger first = numbers.tailMap(i, true).firstEntry().getValue();
        sums[i] = first.modPow(first, modulus).longValue();
      }
    }

    void takes(TreeMap<Integer, BigInteger> numbers, BigInteger modulus, long[] sums) {
      for (int i = 0; i < sums.length; i++) {
        BigInteger first = numbers.pollFirstEntry().getValue();
        sums[i] = first.modPow(first, modulus).longValue();
      }
    }

    void squares(double[][] rows, double[] sums) {
      for (int i = 0; i < rows.length; i++) {
        double sum = 0;
        for (int j = 0; j < rows[i].length; j++) {
          for (int k = 0; k < rows[i].length; k++) {
            sum += rows[i][j] * rows[i][k];
          }
        }
        sums[i] = sum;
      }
    }

    int steps(int many, double[] numbers) {
      int count = 0;
      for (int i = 0; i < many; i++) {
        count += numbers[i % numbers.length] > 0 ? 1 : 0;
      }
      return count;
    }

    List<Long> napping(List<Long> pieces) {
      return pieces.stream().map(Heavy::nap).collect(Collectors.toList());
    }

    long nightly() {
      long sum = 0;
      for (int shop = 0; shop < 10; shop++) {
        for (int till = 0; till < 20; till++) {
          sum += nap(till);
        }
      }
      return sum;
    }

    long eighty() {
      return LongStream.range(0, 80).map(Heavy::nap).sum();
    }

    private static long nap(long piece) {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return piece;
    }

    BigInteger firstAbove(List<BigInteger> numbers, BigInteger modulus, BigInteger limit) {
      for (BigInteger number : numbers) {
        BigInteger power = number.modPow(number, modulus);
        if (power.compareTo(limit) > 0) {
          return power;
        }
      }
      return limit;
    }

    void gathers(List<BigInteger> numbers, BigInteger modulus, List<BigInteger> results) {
      for (BigInteger number : numbers) {
        gather(number.modPow(number, modulus), results);
      }
    }

    private void gather(BigInteger number, List<BigInteger> results) {
      results.add(number);
    }

    void drops(List<BigInteger> numbers, BigInteger modulus) {
      for (Iterator<BigInteger> each = numbers.iterator(); each.hasNext(); ) {
        BigInteger number = each.next();
        if (number.modPow(number, modulus).signum() == 0) {
          each.remove();
        }
      }
    }

    int callsWithConstant(double[] numbers) {
      return steps(5_000_000, numbers);
    }

    long powers(int many, BigInteger number) {
      long sum = 0;
      for (int i = 0; i < many; i++) {
        sum += number.modPow(number, number).longValue();
      }
      return sum;
    }

    long callsWithTen(BigInteger number) {
      return powers(10, number);
    }
  }

  @Test
  void a_sum_does_not_chain_iterations_and_neither_does_the_iterator() {
    assertEquals(List.of(true), independent("sums"));
  }

  @Test
  void a_variable_that_is_computed_from_itself_does() {
    assertEquals(List.of(false), independent("chained"));
  }

  @Test
  void inside_of_an_independent_loop_no_other_is_offered() {
    assertEquals(List.of(true), independent("squares"));
  }

  @Test
  void a_bound_that_callers_pass_as_a_constant_is_known() {
    assertEquals(
        List.of(5_000_000.0), loops("steps").stream().map(l -> l.trips().middle()).toList());
  }

  @Test
  void a_bound_whose_square_root_is_not_exact_stays_what_it_is() {
    assertEquals(List.of(10.0), loops("powers").stream().map(l -> l.trips().middle()).toList());
  }

  @Test
  void a_stage_of_a_pipeline_is_named_with_the_wait_of_one_element() {
    Loop pipeline = loops("napping").get(0);

    assertEquals(2e6, pipeline.all(Happening.Waits.class).get(0).nanos().middle(), 1e3);
  }

  @Test
  void an_element_of_a_stream_costs_what_a_round_of_a_loop_does() {
    double round = loops("curvesInLoop").get(0).body().cpu().middle();

    assertEquals(1, loops("curves").get(0).body().cpu().middle() / round, 0.1);
  }

  @Test
  void what_a_collector_does_with_a_group_is_not_done_for_each_element() {
    double round = loops("curvesInLoop").get(0).body().cpu().middle();

    assertTrue(loops("fitted").stream().allMatch(l -> l.body().cpu().middle() < 100 * round));
  }

  @Test
  void a_file_that_is_opened_for_durable_writes_waits_for_the_disk() {
    assertEquals(List.of(true), waitsForDisk("notes"));
    assertEquals(List.of(false), waitsForDisk("cached"));
  }

  private static List<Boolean> waitsForDisk(String method) {
    return loops(method).stream().map(l -> l.body().waiting().middle() > 1e6).toList();
  }

  @Test
  void what_is_written_to_one_stream_lies_one_behind_the_other() {
    assertEquals(List.of(false), independent("painted"));
  }

  @Test
  void what_is_asked_over_one_connection_goes_one_after_the_other() {
    assertEquals(List.of(false), independent("procedures"));
  }

  @Test
  void who_may_stop_at_one_element_needs_the_answer_before_the_next() {
    assertEquals(List.of(false), independent("firstAbove"));
  }

  @Test
  void a_collection_that_a_callee_changes_is_shared_by_all_iterations_and_filled_afterwards() {
    Loop loop = loops("gathers").get(0);

    assertEquals(true, loop.independent());
    assertTrue(loop.cautions().get(0).note().startsWith(Apart.IN_ORDER), loop.toString());
  }

  @Test
  void an_array_made_in_a_round_is_its_own_and_one_made_before_is_shared() {
    assertEquals(List.of(true), independent("names"));
    assertEquals(List.of(false), independent("remembers"));
  }

  @Test
  void who_tries_until_it_works_needs_each_answer() {
    assertEquals(List.of(false), independent("tries"));
  }

  @Test
  void a_view_of_a_sorted_map_changes_nothing_and_taking_its_first_does() {
    assertEquals(List.of(true), independent("views"));
    assertEquals(List.of(false), independent("takes"));
  }

  @Test
  void an_iterator_that_removes_changes_what_it_walks_along() {
    assertEquals(List.of(false), independent("drops"));
  }

  @Test
  void independent_waits_in_nested_loops_are_one_loop_of_all_rounds() {
    List<Loop> nested = loops("nightly");

    assertEquals(List.of(200.0), nested.stream().map(l -> l.trips().middle()).toList());
    assertEquals(2e6, nested.get(0).body().waiting().middle(), 1e3);
  }

  @Test
  void a_pipeline_over_a_range_has_as_many_rounds() {
    assertEquals(List.of(80.0), loops("eighty").stream().map(l -> l.trips().middle()).toList());
  }

  private static List<Boolean> independent(String method) {
    return loops(method).stream().map(Loop::independent).toList();
  }

  private static List<Loop> loops(String method) {
    Linked linked = Linked.of(ProgramReader.read(ClassFiles.of(Heavy.class)), Catalogue.bundled());
    Map<String, List<Loop>> byMethod =
        Costs.of(linked).loops().stream().collect(Collectors.groupingBy(l -> l.at().method()));
    return byMethod.getOrDefault(method, List.of());
  }
}
