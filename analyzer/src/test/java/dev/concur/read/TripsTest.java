package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Loop.Trip;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
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

  private static List<String> trips(String method) {
    return ProgramReader.read(only(Counting.class)).roots().stream()
        .flatMap(type -> type.methods().stream())
        .filter(each -> each.ref().name().equals(method))
        .flatMap(each -> each.loops().stream())
        .map(TripsTest::words)
        .toList();
  }

  private static String words(LoopFacts loop) {
    Trip trip = loop.trip();
    return trip + " " + (long) loop.count();
  }

  private static ClassSource only(Class<?> type) {
    return new ClassSource() {
      @Override
      public void roots(BiConsumer<String, byte[]> each) {
        each.accept(type.getName(), bytes(type));
      }

      @Override
      public Optional<byte[]> library(String binaryName) {
        return Optional.empty();
      }
    };
  }

  private static byte[] bytes(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
