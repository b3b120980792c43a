package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.read.ClassFiles;
import dev.concur.read.ProgramReader;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** How often a loop goes round that runs a program which it is given. */
class JumpsTest {

  static final class Engine {
    private final int[] code;
    private BigInteger sum = BigInteger.ONE;

    Engine(int[] code) {
      this.code = code;
    }

    void runs(BigInteger power) {
      int at = 0;
      while (code[at] != 0) {
        if (code[at] == 1) {
          sum = sum.modPow(power, BigInteger.TEN);
          at += 1;
        } else {
          at = code[at + 1];
        }
      }
    }

    void follows(BigInteger power) {
      int at = 0;
      while (code[at] != 0) {
        sum = sum.modPow(power, BigInteger.TEN);
        at = code[at + 1];
      }
    }
  }

  @Test
  void a_program_has_loops_of_its_own() {
    assertEquals(Sizes.COUNTED.middle(), trips("runs"));
  }

  @Test
  void a_chain_that_is_followed_is_no_program() {
    assertTrue(trips("follows") < Sizes.COUNTED.middle());
  }

  private static double trips(String method) {
    Linked linked = Linked.of(ProgramReader.read(ClassFiles.of(Engine.class)), Catalogue.bundled());
    return Costs.of(linked).loops().stream()
        .filter(loop -> loop.at().method().equals(method))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no loop in " + method))
        .trips()
        .middle();
  }
}
