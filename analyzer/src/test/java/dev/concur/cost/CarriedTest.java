package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.ClassFiles;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarriedTest {

  /** Loops that keep something in a local variable. */
  @SuppressWarnings("unused")
  static final class Loops {

    double sums(double[] numbers) {
      double sum = 0;
      for (double number : numbers) {
        sum += Math.sqrt(number);
      }
      return sum;
    }

    double largest(double[] numbers) {
      double largest = 0;
      for (double number : numbers) {
        largest = Math.max(largest, Math.sqrt(number));
      }
      return largest;
    }

    int count(double[] numbers) {
      int count = 0;
      for (int i = 0; i < numbers.length; i++) {
        count += Math.sqrt(numbers[i]) > 2 ? 1 : 0;
      }
      return count;
    }

    void each(double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        double root = Math.sqrt(numbers[i]);
        numbers[i] = root + 1;
      }
    }

    double innerSum(double[][] rows) {
      double last = 0;
      for (int i = 0; i < rows.length; i++) {
        double sum = 0;
        for (double number : rows[i]) {
          sum += number;
        }
        rows[i][0] = Math.sqrt(sum);
      }
      return last;
    }

    int best(double[] numbers) {
      double least = Double.MAX_VALUE;
      int best = 0;
      for (int i = 0; i < numbers.length; i++) {
        double root = Math.sqrt(numbers[i]);
        if (root < least) {
          least = root;
          best = i;
        }
      }
      return best;
    }

    double grows(double start, int steps) {
      double value = start;
      for (int i = 0; i < steps; i++) {
        value += Math.sin(value);
      }
      return value;
    }

    double chaotic(int steps) {
      double seed = .5;
      for (int i = 0; i < steps; i++) {
        seed = 3.99 * seed * (1 - seed);
      }
      return seed;
    }

    double smooths(double[] numbers) {
      double trend = 0;
      for (double number : numbers) {
        trend = .9 * trend + .1 * number;
      }
      return trend;
    }

    String text(List<String> words) {
      String text = "";
      for (String word : words) {
        text = text.concat(word);
      }
      return text;
    }

    int previous(int[] numbers) {
      int previous = 0;
      int steps = 0;
      for (int number : numbers) {
        steps += Math.abs(number - previous);
        previous = number;
      }
      return steps;
    }

    Object follows(Throwable first) {
      Throwable at = first;
      while (at.getCause() != null) {
        at = at.getCause();
      }
      return at;
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "sums, combine",
    "largest, combine",
    "count, combine",
    "each, free",
    "innerSum, free",
    "best, combine",
    "grows, tied",
    "chaotic, tied",
    "smooths, tied",
    "text, tied",
    "previous, tied",
    "follows, tied"
  })
  void an_iteration_is_tied_to_the_one_before_by_what_it_finds_in_a_variable(
      String method, String expected) {
    List<Spot> blockers = new ArrayList<>();
    List<Spot> cautions = new ArrayList<>();
    MethodFacts facts = method(method);
    LoopFacts loop = facts.loops().get(0);
    Set<Integer> inside =
        facts.blocks().stream()
            .filter(block -> block.loop() >= 0)
            .map(Block::index)
            .collect(Collectors.toSet());

    new Carried(facts, loop, inside, blockers, cautions).look();

    String found = cautions.isEmpty() ? "free" : "combine";
    assertEquals(expected, blockers.isEmpty() ? found : "tied", blockers + " " + cautions);
  }

  private static MethodFacts method(String name) {
    return ProgramReader.read(ClassFiles.of(Loops.class)).roots().stream()
        .flatMap(type -> type.methods().stream())
        .filter(each -> each.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
