package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlocksTest {

  private static final Facts PROGRAM =
      ProgramReader.read(
          Snippet.compile(
              """
              package mill;

              import java.io.*;
              import java.util.*;

              public class Mill {
                int grind(List<String> grains, boolean fine) throws IOException {
                  int sum = 0;
                  for (String grain : grains) {
                    if (grain.isEmpty()) {
                      continue;
                    }
                    try {
                      sum += fine ? grain.length() : Integer.parseInt(grain);
                    } catch (NumberFormatException e) {
                      System.err.println(grain);
                    } finally {
                      sum++;
                    }
                  }
                  return sum;
                }
              }
              """));

  @Test
  void every_operation_is_found_in_its_block() {
    int found = 0;
    for (ClassFacts type : PROGRAM.roots()) {
      for (MethodFacts method : type.methods()) {
        for (Block block : method.blocks()) {
          for (Op op : block.ops()) {
            assertEquals(Optional.of(block), method.block(op.id()), method + " " + op);
            found++;
          }
        }
      }
    }
    assertTrue(found > 10, found + " operations");
  }

  @Test
  void what_no_operation_has_as_its_id_is_in_no_block() {
    MethodFacts grind = PROGRAM.find("mill.Mill").orElseThrow().methods().get(1);

    assertEquals(Optional.empty(), grind.block(-1));
    assertEquals(Optional.empty(), grind.block(100_000));
  }
}
