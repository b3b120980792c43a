package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TalliesTest {

  private static final String MILL =
      """
      package mill;

      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;

      public class Mill {
        static int ground;
        final Map<String, String> known = new HashMap<>();
        InputStream in;

        native void turn();

        String one(Path grain) throws IOException { return Files.readString(grain); }

        String cached(String grain) {
          return known.computeIfAbsent(grain, name -> {
            try {
              return one(Path.of(name));
            } catch (IOException e) {
              return "";
            }
          });
        }

        void all(List<Path> grains, Consumer<String> to, double[] flour) throws Exception {
          for (Path grain : grains) {
            to.accept(one(grain));
            Thread.sleep(5);
            turn();
            ground++;
          }
          for (int i = 1; i < flour.length; i++) {
            flour[i] = Math.sqrt(flour[i - 1]);
          }
          in.read();
        }

        int sum(int[] flour) {
          int sum = 0;
          for (int each : flour) {
            sum += each;
          }
          return sum;
        }
      }
      """;

  @Test
  void what_was_packed_comes_back_to_the_last_bit() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(MILL)), Catalogue.bundled());
    Summaries summaries = Costs.of(linked).summaries();
    Tallies crowded = new Tallies(1);
    List<MethodFacts> methods = linked.roots();
    methods.forEach(method -> crowded.put(method, summaries.of(method)));

    for (MethodFacts method : methods) {
      Tally before = summaries.of(method);
      Tally after = Objects.requireNonNull(crowded.get(method));
      assertEquals(text(before), text(after));
    }
    assertTrue(methods.stream().anyMatch(method -> !summaries.of(method).steps.isEmpty()));
    assertTrue(methods.stream().anyMatch(method -> !summaries.of(method).symbolic.isEmpty()));
    assertNotSame(summaries.of(methods.get(1)), crowded.get(methods.get(1)));
  }

  private static String text(Tally tally) {
    return String.join(
        "\n",
        List.of(
            tally.cpu.toString(),
            tally.parts.toString(),
            tally.steps.toString(),
            tally.chances.toString(),
            tally.symbolic.toString(),
            tally.writes.toString(),
            tally.changes.toString(),
            tally.sized.toString(),
            tally.callsOut.toString(),
            tally.natives.toString(),
            tally.missing.toString(),
            tally.loop.toString(),
            tally.missedWait + " " + tally.missedCpu,
            tally.gathers + " " + tally.async + " " + tally.guessed + " " + tally.presumed));
  }
}
