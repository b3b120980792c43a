package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Loop.Trip;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripsTest {

  /** Loops that count. */
  static final class Counting {

    double chosen(int route) {
      int steps = route % 10 == 0 ? 300 : 100;
      double sum = route;
      for (int i = 0; i < steps; i++) {
        sum += sum * i;
      }
      return sum;
    }

    double fixed(double start) {
      double sum = start;
      for (int i = 0; i < 100_000; i++) {
        sum += sum > 1 ? 1 / sum : sum;
      }
      return sum;
    }

    double nested(double[] numbers) {
      double sum = 0;
      for (int i = 0; i < 40; i += 2) {
        for (int j = 1; j < numbers.length; j++) {
          sum += numbers[j];
        }
      }
      return sum;
    }
  }

  /** Loops that go on in other ways. */
  static final class Going {

    int lastOnes(int[] numbers, int at, int many) {
      int sum = 0;
      for (int i = at - many + 1; i <= at; i++) {
        sum += numbers[i];
      }
      return sum;
    }

    int nextOnes(int[] numbers, int at, int many) {
      int sum = 0;
      for (int i = at; i < at + many; i++) {
        sum += numbers[i];
      }
      return sum;
    }

    int lastThree(int[] numbers, int at) {
      int sum = 0;
      for (int i = at - 3; i < at; i++) {
        sum += numbers[i];
      }
      return sum;
    }

    int down(int[] numbers) {
      int sum = 0;
      for (int i = numbers.length - 1; i >= 0; i--) {
        sum += numbers[i];
      }
      return sum;
    }

    int triangle(int[] numbers) {
      int sum = 0;
      for (int i = 0; i < numbers.length; i++) {
        for (int j = 0; j < i; j++) {
          sum += numbers[j];
        }
      }
      return sum;
    }

    int window(int[] numbers, int radius) {
      int sum = 0;
      for (int i = -radius; i <= radius; i++) {
        sum += numbers[i + radius];
      }
      return sum;
    }

    int binary(int[] numbers, int key) {
      int low = 0;
      int high = numbers.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        if (numbers[middle] < key) {
          low = middle + 1;
        } else if (numbers[middle] > key) {
          high = middle - 1;
        } else {
          return middle;
        }
      }
      return -1;
    }

    long halves(long number) {
      long steps = 0;
      while (number != 1) {
        number = number % 2 == 0 ? number / 2 : 3 * number + 1;
        steps++;
      }
      return steps;
    }

    boolean inRow(int[][] board, int row, int value) {
      for (int i = 0; i < 9; i++) {
        if (board[row][i] == value) {
          return true;
        }
      }
      return false;
    }

    boolean mirrored(char[] text) {
      int i = 0;
      int j = text.length - 1;
      while (i < j) {
        if (text[i++] != text[j--]) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void a_loop_that_counts_down_runs_over_what_it_began_at() {
    assertEquals(List.of("DATA 0"), trips(Going.class, "down"));
  }

  @Test
  void a_loop_up_to_the_place_of_another_runs_over_the_same() {
    assertEquals(List.of("DATA 0", "DATA 0"), trips(Going.class, "triangle"));
  }

  @Test
  void from_minus_a_radius_to_the_radius_is_a_window() {
    assertEquals(List.of("CONSTANT 5"), trips(Going.class, "window"));
  }

  @Test
  void halving_makes_few_rounds() {
    assertEquals(List.of("CONSTANT 20"), trips(Going.class, "binary"));
    assertEquals(List.of("CONSTANT 20"), trips(Going.class, "halves"));
  }

  @Test
  void what_is_looked_for_is_no_limit() {
    assertEquals(List.of("CONSTANT 9"), trips(Going.class, "inRow"));
  }

  @Test
  void two_ends_that_meet_run_over_what_lies_between() {
    assertEquals(List.of("DATA 0"), trips(Going.class, "mirrored"));
  }

  @Test
  void a_loop_between_constants_is_counted_though_its_body_branches() {
    assertEquals(List.of("CONSTANT 100000"), trips("fixed"));
  }

  @Test
  void a_bound_chosen_among_constants_counts_as_their_mean() {
    assertEquals(List.of("CONSTANT 200"), trips("chosen"));
  }

  @Test
  void a_loop_around_another_keeps_its_own_count() {
    assertEquals(List.of("CONSTANT 20", "DATA 0"), trips("nested"));
  }

  @Test
  void a_loop_from_so_many_before_a_place_to_it_has_so_many_rounds() {
    assertEquals(List.of("many"), over("lastOnes"));
    assertEquals(List.of("many"), over("nextOnes"));
    assertEquals(List.of("CONSTANT 3"), trips(Going.class, "lastThree"));
  }

  /** The parameter that a loop runs up to. */
  private static List<String> over(String method) {
    return ProgramReader.read(ClassFiles.of(Going.class)).roots().stream()
        .flatMap(found -> found.methods().stream())
        .filter(each -> each.ref().name().equals(method))
        .map(
            each ->
                each.loops().get(0).over() instanceof Value.Parameter given
                    ? each.parameterNames().get(given.index())
                    : "")
        .toList();
  }

  private static List<String> trips(String method) {
    return trips(Counting.class, method);
  }

  private static List<String> trips(Class<?> type, String method) {
    return ProgramReader.read(ClassFiles.of(type)).roots().stream()
        .flatMap(found -> found.methods().stream())
        .filter(each -> each.ref().name().equals(method))
        .flatMap(each -> each.loops().stream())
        .map(TripsTest::words)
        .toList();
  }

  private static String words(LoopFacts loop) {
    Trip trip = loop.trip();
    return trip + " " + (long) loop.count();
  }
}
